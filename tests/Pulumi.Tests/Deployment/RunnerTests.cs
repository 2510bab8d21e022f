namespace Pulumi.Tests.Deployments;

[CancelAfter(30_000)]
internal sealed class RunnerTests
{
    [Test]
    public async Task RunAsync_NothingToDo_Ends(CancellationToken cancellationToken)
    {
        var failures = await new Runner().RunAsync(() => Task.CompletedTask).WaitAsync(cancellationToken);

        Assert.That(failures, Is.Empty);
    }

    [Test]
    public async Task RunAsync_WorkAddedByWork_WaitsForAll(CancellationToken cancellationToken)
    {
        var runner = new Runner();
        var last = new TaskCompletionSource();
        var run = runner.RunAsync(async () =>
        {
            await Task.Yield();
            runner.Watch(last.Task);
        });

        Assert.That(run.IsCompleted, Is.False);
        last.SetResult();

        Assert.That(await run.WaitAsync(cancellationToken), Is.Empty);
    }

    [Test]
    public async Task RunAsync_OneFailsWhileAnotherNeverEnds_EndsAtOnce(CancellationToken cancellationToken)
    {
        var runner = new Runner();

        var failures = await runner.RunAsync(() =>
        {
            runner.Watch(new TaskCompletionSource().Task);
            throw new InvalidOperationException("first");
        }).WaitAsync(cancellationToken);

        Assert.That(failures.Select(f => f.Message), Is.EqualTo(new[] { "first" }));
    }

    [Test]
    public async Task RunAsync_OneCauseInManyTasks_IsReportedOnce(CancellationToken cancellationToken)
    {
        var runner = new Runner();
        var cause = new InvalidOperationException("cause");
        runner.Watch(Task.FromException(cause));
        runner.Watch(Task.FromException(new InvalidOperationException("passed on", cause)));

        var failures = await runner.RunAsync(() => Task.CompletedTask).WaitAsync(cancellationToken);

        Assert.That(failures, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task RunAsync_CancelledWork_IsAFailure(CancellationToken cancellationToken)
    {
        var runner = new Runner();
        runner.Watch(Task.FromCanceled(new CancellationToken(canceled: true)));

        var failures = await runner.RunAsync(() => Task.CompletedTask).WaitAsync(cancellationToken);

        Assert.That(failures.Single(), Is.InstanceOf<TaskCanceledException>());
    }
}
