using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Engine.Stepping;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Stepping;

[TestFixture, CancelAfter(60_000)]
internal sealed class CheckpointSaverTests
{
    [Test]
    public async Task SaveAsync_ManyWhileAWriteRuns_ShareOneWrite()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var store = new MemoryStore
        {
            BeforeWrite = _ =>
            {
                began.TrySetResult();
                return release.Task;
            },
        };
        var saver = new CheckpointSaver(store, () => Deployment.Empty);
        var first = saver.SaveAsync();
        await began.Task;

        var others = Enumerable.Range(0, 100).Select(_ => saver.SaveAsync()).ToList();
        release.SetResult();
        await Task.WhenAll(others.Append(first));

        Assert.That(store.Writes, Is.EqualTo(2));
    }

    [Test]
    public async Task SaveAsync_AfterAFailedWrite_FailsWithoutWritingAgain()
    {
        var store = new MemoryStore { BeforeWrite = _ => throw new IOException("disk full") };
        var saver = new CheckpointSaver(store, () => Deployment.Empty);

        Assert.That(saver.SaveAsync, Throws.TypeOf<StateException>());

        Assert.That(saver.SaveAsync, Throws.TypeOf<StateException>().With.Message.Contains("disk full"));
        Assert.That((await saver.Failed).Code, Is.EqualTo("HAI1451"));
        Assert.That(saver.Writes, Is.EqualTo(1));
    }

    [Test]
    public async Task Up_FiveTimesTheResources_SerialisesFiveTimesAsMuch()
    {
        // Counted work, not time: how often a resource was turned into JSON. With the square it would be 25 times.
        var small = await SerialisedAsync(200);
        var large = await SerialisedAsync(1000);

        Assert.That((double)large / small, Is.LessThan(7.5));
    }

    // The steps of one operation without program and provider: what is counted is the state's own cost.
    private static async Task<int> SerialisedAsync(int count)
    {
        var writer = new CheckpointWriter(PlainSecrets.Instance);
        var table = new StateTable(Deployment.Empty);
        var store = new MemoryStore
        {
            BeforeWrite = deployment => Task.Run(() => writer.Write(new Checkpoint("organization/demo/dev", deployment))),
        };
        var saver = new CheckpointSaver(store, () => table.Snapshot(Manifest.Create(DateTimeOffset.UnixEpoch, "v1")));
        using var places = new SemaphoreSlim(16);
        await Task.WhenAll(Enumerable.Range(0, count).Select(async i =>
        {
            await places.WaitAsync();
            var entry = new ResourceEntry(new StateResource($"urn:pulumi:dev::demo::kit:index:Thing::r{i}", "kit:index:Thing", true)
            {
                Id = $"r{i}",
                Inputs = WireObject.Empty.With("value", new WireText($"value {i}")),
            });
            table.Begin(entry, PendingOperationKind.Creating);
            await saver.SaveAsync();
            table.Put(entry, null);
            table.End(entry);
            saver.Request();
            places.Release();
        }));
        await saver.SaveAsync();
        return writer.Serialised;
    }
}
