using System.Collections.Concurrent;
using HaIac.Engine.State;

namespace HaIac.Engine.Tests.State;

public sealed class StackStoreTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Test]
    public async Task SaveAsync_WhileAWriteRuns_SharesTheNextOne()
    {
        using var hold = new SemaphoreSlim(0);
        using var begun = new SemaphoreSlim(0);
        var written = new ConcurrentQueue<int>();
        var store = Store(checkpoint =>
        {
            begun.Release();
            hold.Wait(Limit);
            written.Enqueue(checkpoint.Latest.Resources.Length);
        });

        var first = store.SaveAsync(With(1));
        await begun.WaitAsync(Limit);
        var later = Enumerable.Range(2, 50).Select(count => store.SaveAsync(With(count))).ToList();
        hold.Release(2);
        await Task.WhenAll(later.Prepend(first)).WaitAsync(Limit);

        Assert.That(written, Is.EqualTo([1, 51]));
        Assert.That(store.Writes, Is.EqualTo(2));
    }

    [Test]
    public async Task SaveAsync_WriteThatFails_TellsThoseWhoWaitedAndGoesOn()
    {
        var fail = true;
        var store = Store(_ =>
        {
            if (fail)
                throw new StateException("HAI1120", "File cannot be written", "x", null, null, null);
        });

        Assert.That(() => store.SaveAsync(With(1)), Throws.TypeOf<StateException>());
        fail = false;
        await store.SaveAsync(With(2)).WaitAsync(Limit);

        Assert.That(store.Writes, Is.EqualTo(1));
    }

    [Test]
    public void SaveAsync_UnsoundDeployment_IsSavedMarkedAndTold()
    {
        Checkpoint? saved = null;
        var store = Store(checkpoint => saved = checkpoint);
        var orphan = CheckpointWriterTests.Thing("a") with { Parent = "urn:pulumi:dev::demo::a:b:C::gone" };

        Assert.That(
            () => store.SaveAsync(Deployment.Empty with { Resources = [orphan] }),
            Throws.TypeOf<StateException>().With.Property("Code").EqualTo("HAI1114").And.Message.Contains("bug in HaIac"));
        Assert.That(saved!.Latest.MetadataJson, Does.Contain("integrity_error").And.Contain("gone"));
    }

    [Test]
    public async Task SaveAsync_EachFile_HasAFreshManifestAndTheUnknownFields()
    {
        Checkpoint? saved = null;
        var read = new Checkpoint("organization/demo/dev", Deployment.Empty)
        {
            UnknownFields = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("later", "1"),
        };
        var store = new StackStore(read, checkpoint => saved = checkpoint, () => Manifest.Create(DateTimeOffset.UnixEpoch, "v9"));

        await store.SaveAsync(With(1)).WaitAsync(Limit);

        Assert.That((saved!.Stack, saved.UnknownFields["later"], saved.Latest.Manifest!.Magic), Is.EqualTo(("organization/demo/dev", "1", Manifest.MagicOf("v9"))));
    }

    private static StackStore Store(Action<Checkpoint> write) =>
        new(new("organization/demo/dev", Deployment.Empty), write, () => Manifest.Create(DateTimeOffset.UnixEpoch, "v1"));

    private static Deployment With(int count) =>
        Deployment.Empty with { Resources = [.. Enumerable.Range(0, count).Select(i => CheckpointWriterTests.Thing($"r{i}"))] };
}
