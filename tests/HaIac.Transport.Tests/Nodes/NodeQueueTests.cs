using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Running;
using HaIac.Transport.Tests.Committing;

namespace HaIac.Transport.Tests.Nodes;

/// <summary>What goes to a node together, and who waits for whom.</summary>
[TestFixture]
internal sealed class NodeQueueTests
{
    private static readonly NodeName Node = NodeName.Parse("ctl1");

    [Test]
    public async Task UnitsAsync_ManyCallersAtOnce_GoTogether()
    {
        var reach = new ScriptedReach(LookAsync);
        await using var nodes = Worker(reach);

        var states = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => nodes.UnitsAsync(Node, [$"u{i}"])));

        Assert.That(states.Select(units => units[0].Name), Is.EqualTo(Enumerable.Range(0, 30).Select(i => $"u{i}")));
        Assert.That(reach.Bursts, Has.Count.LessThanOrEqualTo(3));
    }

    [Test]
    public async Task ChangeUnitAsync_AnotherStartsSlowly_DoesNotWaitForIt()
    {
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reach = new ScriptedReach(async (requests, say) =>
        {
            ScriptedReach.Units(say, "before", [.. Names(requests).Select(unit => (unit, "ActiveState=inactive"))]);
            ScriptedReach.Units(say, "while", [.. Names(requests).Select(unit => (unit, unit == "slow.service" ? "ActiveState=activating Job=7" : "ActiveState=active"))]);
            if (requests.Contains("start slow.service"))
            {
                await slow.Task.WaitAsync(Commits.Limit);
            }

            ScriptedReach.Ended(say, "start", 0, string.Join(' ', Names(requests)));
            ScriptedReach.Units(say, "after", [.. Names(requests).Select(unit => (unit, "ActiveState=active"))]);
            return ScriptedReach.Good;
        });
        await using var nodes = Worker(reach);

        var first = Change(nodes, "slow", UnitAction.Start);
        var second = Change(nodes, "quick", UnitAction.Start);
        Assert.That((await second.WaitAsync(Commits.Limit)).IsActive, Is.True, "of the same burst");
        Assert.That((await Change(nodes, "later", UnitAction.Start).WaitAsync(Commits.Limit)).IsActive, Is.True, "of the next one");
        Assert.That(first.IsCompleted, Is.False);

        slow.SetResult();
        Assert.That((await first).IsActive, Is.True);
    }

    [Test]
    public async Task ChangeUnitAsync_SameUnitTwice_OneAfterTheOther()
    {
        var reach = new ScriptedReach(async (requests, say) =>
        {
            await Task.Yield();
            var state = requests[0].StartsWith("start", StringComparison.Ordinal) ? "active" : "inactive";
            ScriptedReach.Units(say, "before", [.. Names(requests).Select(unit => (unit, "ActiveState=inactive"))]);
            ScriptedReach.Units(say, "after", [.. Names(requests).Select(unit => (unit, $"ActiveState={state}"))]);
            return ScriptedReach.Good;
        });
        await using var nodes = Worker(reach);

        var states = await Task.WhenAll(Change(nodes, "u", UnitAction.Start), Change(nodes, "u", UnitAction.Stop));

        Assert.That(states.Select(state => state.ActiveState), Is.EqualTo(new[] { "active", "inactive" }));
        Assert.That(reach.Bursts, Is.EqualTo(new[] { new[] { "start u.service" }, ["stop u.service"] }));
    }

    [Test]
    public async Task ChangeUnitAsync_ConnectionBreaks_WhoHasAnAnswerKeepsItAndOthersAreInDoubt()
    {
        var reach = new ScriptedReach((requests, say) =>
        {
            ScriptedReach.Units(say, "before", ("a.service", "ActiveState=inactive"), ("b.service", "ActiveState=inactive"));
            ScriptedReach.Units(say, "while", ("a.service", "ActiveState=active"));
            throw Broken(true);
        });
        await using var nodes = Worker(reach);

        var good = Change(nodes, "a", UnitAction.Start);
        var fault = await Thrown.ByAsync<TransportException>(() => Change(nodes, "b", UnitAction.Start));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await good).IsActive, Is.True);
            Assert.That(fault.OutcomeUnknown, Is.True);
            Assert.That(reach.Bursts, Has.Count.EqualTo(1), "a change is not repeated");
        }
    }

    [Test]
    [Property("Requirement", "L3")]
    public async Task UnitsAsync_ConnectionBreaksOnce_IsAskedAgain()
    {
        var broken = false;
        var reach = new ScriptedReach((requests, say) => broken ? LookAsync(requests, say) : throw Broken(!(broken = true)));
        await using var nodes = Worker(reach);

        var states = await nodes.UnitsAsync(Node, ["u"]);

        Assert.That(states[0].Installed, Is.True);
        Assert.That(reach.Bursts, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task UnitsAsync_ConnectionBreaksAlways_IsToldOnce()
    {
        var reach = new ScriptedReach((_, _) => throw Broken(false));
        await using var nodes = Worker(reach);

        var fault = await Thrown.ByAsync<TransportException>(() => nodes.UnitsAsync(Node, ["u"]));

        Assert.That(fault.Kind, Is.EqualTo(TransportFailure.ConnectionLost));
        Assert.That(reach.Bursts, Has.Count.EqualTo(2));
    }

    [Test]
    [Property("Requirement", "L1")]
    public async Task ChangeUnitAsync_NodeEndsTheCommandAtItsLimit_SaysSoAndThatTheOutcomeIsOpen()
    {
        var reach = new ScriptedReach((_, _) => Task.FromResult(new CommandResult { ExitCode = 124 }));
        await using var nodes = Worker(reach, settings => settings.UnitTimeout = TimeSpan.FromSeconds(7));

        var fault = await Thrown.ByAsync<TransportException>(() => Change(nodes, "u", UnitAction.Start));

        Assert.That(fault.Message, Does.Contain("HAI4008").And.Contain("ctl1").And.Contain("7 s"));
        Assert.That(fault.OutcomeUnknown, Is.True);
    }

    [Test]
    public async Task ChangeUnitAsync_CancelledWhileOnItsWay_IsAwaited()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reach = new ScriptedReach(async (requests, say) =>
        {
            arrived.SetResult();
            await release.Task.WaitAsync(Commits.Limit);
            ScriptedReach.Units(say, "before", ("u.service", "ActiveState=inactive"));
            ScriptedReach.Units(say, "after", ("u.service", "ActiveState=active"));
            return ScriptedReach.Good;
        });
        await using var nodes = Worker(reach);
        using var cancelling = new CancellationTokenSource();

        var change = nodes.ChangeUnitAsync(Node, new UnitState { Name = "u", Installed = true }, UnitAction.Start, cancelling.Token);
        await arrived.Task.WaitAsync(Commits.Limit);
        var next = nodes.ChangeUnitAsync(Node, new UnitState { Name = "u", Installed = true }, UnitAction.Stop, cancelling.Token);
        await cancelling.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => next);
        release.SetResult();

        Assert.That((await change).IsActive, Is.True);
        Assert.That(reach.Bursts, Has.Count.EqualTo(1), "what was still waiting never left");
    }

    [Test]
    public async Task UnitsAsync_LoginShellTalks_TheAnswerIsUnderstood()
    {
        var reach = new ScriptedReach((requests, say) =>
        {
            say("Welcome to ctl1.");
            say("units");
            return LookAsync(requests, say);
        });
        await using var nodes = Worker(reach);

        Assert.That((await nodes.UnitsAsync(Node, ["u"]))[0].Installed, Is.True);
    }

    [Test]
    public async Task UnitsAsync_NoAnswer_SaysHowTheScriptEnded()
    {
        var reach = new ScriptedReach((_, _) => Task.FromResult(new CommandResult { ExitCode = 73, Errors = "mktemp: No space left on device\n" }));
        await using var nodes = Worker(reach);

        var fault = await Thrown.ByAsync<TransportException>(() => nodes.UnitsAsync(Node, ["u"]));

        Assert.That(fault.Message, Does.Contain("HAI4011").And.Contain("73").And.Contain("No space left"));
    }

    private static Task<CommandResult> LookAsync(IReadOnlyList<string> requests, Action<string> say)
    {
        ScriptedReach.Units(say, "now", [.. Names(requests).Select(unit => (unit, "ActiveState=active"))]);
        return Task.FromResult(ScriptedReach.Good);
    }

    private static IEnumerable<string> Names(IReadOnlyList<string> requests) => requests.Select(request => request.Split(' ')[1]);

    private static TransportException Broken(bool inDoubt) => new(TransportFailure.ConnectionLost, "It broke.", "node ctl1", "A test.", "Nothing.") { OutcomeUnknown = inDoubt };

    private static NodeWorker Worker(ScriptedReach reach, Action<TransportSettings>? adjust = null)
    {
        var settings = new TransportSettings();
        adjust?.Invoke(settings);
        return new NodeWorker(reach, "ssh://ctl1", settings);
    }

    private static Task<UnitState> Change(NodeWorker nodes, string unit, UnitAction action) => nodes.ChangeUnitAsync(Node, new UnitState { Name = unit, Installed = true }, action);
}
