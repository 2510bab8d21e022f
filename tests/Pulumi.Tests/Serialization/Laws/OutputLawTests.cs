using FsCheck.Fluent;

namespace Pulumi.Tests.Serialization.Laws;

/// <summary>What must hold for every combination of outputs: known is "and", secret is "or", dependencies are joined.</summary>
[CancelAfter(120_000)]
internal sealed class OutputLawTests
{
    [Test]
    public void Combine_AnyOutputs_CombinesFacts() => LawCheck.Holds(
        GeneratedOutputs.Trees.SelectMany(tree => Gen.Choose(0, 1000).Select(order => (tree, order))),
        generated =>
        {
            var starts = new List<TaskCompletionSource<int>>();
            var output = generated.tree.Write(starts);

            // Values may arrive in any order.
            foreach (var start in starts.OrderBy(s => (s.GetHashCode() ^ generated.order) % 1009))
            {
                start.SetResult((int)start.Task.AsyncState!);
            }

            var data = output.DataTask.WaitAsync(TimeSpan.FromSeconds(60)).GetAwaiter().GetResult();
            var urns = data.Resources.Select(r => r.Urn.DataTask.GetAwaiter().GetResult().Value).ToHashSet();
            Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((generated.tree.Facts.Known, generated.tree.Facts.Secret)));
            Assert.That(urns, Is.EquivalentTo(generated.tree.Facts.Urns));
            if (data.IsKnown)
            {
                Assert.That(data.Value, Is.EqualTo(generated.tree.Value));
            }
        },
        times: 250);
}
