using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Transport.Committing;

namespace HaIac.Transport.Tests.Committing;

/// <summary>What the tests of the committer share.</summary>
internal static class Commits
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static CibCommitter NewCommitter(ScriptedTransport cluster, Action<CommitSettings>? adjust = null)
    {
        var settings = new CommitSettings { GatherTime = TimeSpan.FromMilliseconds(1), RetryTime = TimeSpan.FromMilliseconds(5) };
        adjust?.Invoke(settings);
        return new CibCommitter(cluster, settings);
    }

    /// <summary>Holds the next patch: a task that ends when it has arrived, and an action that lets it go on.</summary>
    public static (Task Arrived, Action Release) Hold(ScriptedTransport cluster)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.OnPatch.Enqueue(async _ =>
        {
            arrived.SetResult();
            await released.Task.WaitAsync(Limit);
        });
        return (arrived.Task, released.SetResult);
    }

    public static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    public static void AddForeign(ScriptedTransport cluster, string id)
    {
        cluster.Change(xml =>
        {
            var document = CibDocument.Parse(xml);
            return EditApplier.Apply(document, [Wishes.Create(id)]).After.ToXml();
        });
    }

    /// <summary>Somebody else gives one of our resources another value.</summary>
    public static void ChangeValue(ScriptedTransport cluster, string from, string to) =>
        cluster.Change(xml => xml.Replace($"value=\"{from}\"", $"value=\"{to}\"", StringComparison.Ordinal));

    public static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), limit.Token);
        }
    }
}
