using HaIac.Cib.Documents;
using HaIac.Cib.Tests.Laws;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Documents;

internal sealed class CibIndexTests
{
    [Test]
    public void For_AnyOtherDocument_FindsWhatAFreshIndexFinds() => LawCheck.Holds(FsCheck.Fluent.Gen.Two(GeneratedCibs.Objects), pair =>
    {
        var before = LawTests.Applied(pair.Item1);
        var after = Planning(before, pair);

        AssertSameIds(before.Index.For(after.Configuration), after);
        AssertSameIds(before.Index.For(after.Configuration).For(before.Configuration), before);
    });

    [Test]
    public void WithRoot_OneObjectReplaced_KnowsItsNewIdsAndNotTheOldOnes()
    {
        var before = Many(100);
        var resources = before.Configuration!.Find("resources")!;
        var changed = resources.Replace(resources.Children[7], new CibElement("primitive", [("id", "new"), ("class", "systemd"), ("type", "x")]));

        var after = before.WithRoot(before.Root.Replace(before.Configuration, before.Configuration.Replace(resources, changed)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.FindElement(Id("p7")), Is.Null);
            Assert.That(after.FindElement(Id("p7-m")), Is.Null);
            Assert.That(after.FindElement(Id("new"))!.Name, Is.EqualTo("primitive"));
            Assert.That(after.FindElement(Id("p8")), Is.SameAs(before.FindElement(Id("p8"))));
            Assert.That(before.FindElement(Id("p7")), Is.Not.Null);
        }
    }

    [Test]
    public void WithRoot_AnIdThatIsThereAlready_IsADuplicate()
    {
        var before = Many(100);
        var resources = before.Configuration!.Find("resources")!;

        var after = before.WithRoot(before.Root.Replace(
            before.Configuration,
            before.Configuration.Replace(resources, resources.Append(new CibElement("primitive", [("id", "p3")])))));

        Assert.That(after.Index.Duplicates.Select(duplicate => duplicate.Second.Id), Is.EqualTo(new[] { "p3" }));
    }

    [Test]
    public void WithRoot_ObjectsThatOnlyMove_KeepTheirIds()
    {
        var before = Many(100);
        var resources = before.Configuration!.Find("resources")!;

        var after = before.WithRoot(before.Root.Replace(before.Configuration, before.Configuration.Replace(resources, resources.WithChildren([.. resources.Children.Reverse()]))));

        AssertSameIds(after.Index, after);
    }

    private static CibDocument Planning(CibDocument before, (System.Collections.Immutable.ImmutableArray<Cib.Resources.CibObject> Before, System.Collections.Immutable.ImmutableArray<Cib.Resources.CibObject> After) pair) =>
        Cib.Planning.EditApplier.Apply(before, LawTests.Plan(pair.Before, pair.After)).After;

    private static void AssertSameIds(CibIndex index, CibDocument document)
    {
        var fresh = CibIndex.Of(document.Configuration);
        foreach (var id in document.Root.IdsInside.Concat(["a", "b", "c", "k1", "nothing"]))
        {
            Assert.That(index.Find(id), Is.EqualTo(fresh.Find(id)), id);
        }
    }

    private static CibDocument Many(int count) =>
        With(string.Concat(Enumerable.Range(0, count).Select(i => $"""<primitive id="p{i}" class="systemd" type="x"><meta_attributes id="p{i}-m"/></primitive>""")));
}
