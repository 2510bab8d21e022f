using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;

namespace HaIac.Transport.Tests.Nodes;

/// <summary>When a change went well, and what is said when it did not: systemd's answers by hand.</summary>
[TestFixture]
[Property("Requirement", "E4")]
internal sealed class UnitJudgeTests
{
    private const string Log = "Nov 29 15:00:00 memcached[7]: failed to listen on TCP port 11211";

    private static readonly NodeName Node = NodeName.Parse("ctl1");

    [TestCase(UnitAction.Start, "ActiveState=active", 0)]
    [TestCase(UnitAction.Start, "ActiveState=inactive Type=oneshot Result=success", 0)]
    [TestCase(UnitAction.Start, "ActiveState=inactive Type=oneshot Result=success ConditionResult=no ConditionTimestampMonotonic=0", 0)]
    [TestCase(UnitAction.Stop, "ActiveState=inactive", 0)]
    [TestCase(UnitAction.Stop, "ActiveState=failed Result=timeout", 1)]
    [TestCase(UnitAction.Restart, "ActiveState=active InvocationID=2", 0)]
    [TestCase(UnitAction.Reload, "ActiveState=active InvocationID=1", 0)]
    [TestCase(UnitAction.Enable, "UnitFileState=enabled", 0)]
    [TestCase(UnitAction.Enable, "UnitFileState=alias", 0)]
    [TestCase(UnitAction.Disable, "UnitFileState=static", 0)]
    [TestCase(UnitAction.Mask, "LoadState=masked UnitFileState=masked", 0)]
    [TestCase(UnitAction.Unmask, "UnitFileState=enabled", 0)]
    public async Task ChangeUnitAsync_AsWished_Succeeds(UnitAction action, string after, int status)
    {
        var state = await ChangeAsync(action, "InvocationID=1", after, status);

        Assert.That(state.Name, Is.EqualTo("memcached"));
    }

    [TestCase(UnitAction.Start, "ActiveState=failed Result=exit-code ExecMainCode=1 ExecMainStatus=203", "HAI4031", "Result=exit-code", "203 (EXEC", Log)]
    [TestCase(UnitAction.Start, "ActiveState=failed Result=signal ExecMainCode=2 ExecMainStatus=11", "HAI4031", "11 (SEGV)", Log)]
    [TestCase(UnitAction.Start, "ActiveState=activating SubState=auto-restart Result=exit-code ExecMainCode=1 ExecMainStatus=3", "HAI4031", "status was 3", Log)]
    [TestCase(UnitAction.Start, "ActiveState=inactive Result=success ConditionResult=no ConditionTimestampMonotonic=77", "HAI4031", "condition")]
    [TestCase(UnitAction.Start, "ActiveState=inactive Result=success", "HAI4031", "A dependency job for memcached.service failed")]
    [TestCase(UnitAction.Start, "ActiveState=inactive LoadState=bad-setting", "HAI4031", "bad-setting")]
    [TestCase(UnitAction.Start, "ActiveState=inactive UnitFileState=masked LoadState=masked", "HAI4032", "masked")]
    [TestCase(UnitAction.Start, "LoadState=not-found", "HAI4030", "memcached-cluster", "property unit")]
    [TestCase(UnitAction.Stop, "ActiveState=deactivating", "HAI4031", "deactivating")]
    [TestCase(UnitAction.Restart, "ActiveState=active InvocationID=1", "HAI4031", "restarted")]
    [TestCase(UnitAction.Reload, "ActiveState=active", "HAI4031", "reloaded")]
    [TestCase(UnitAction.Enable, "UnitFileState=static", "HAI4032", "[Install]")]
    [TestCase(UnitAction.Enable, "UnitFileState=masked", "HAI4032", "unmask")]
    [TestCase(UnitAction.Disable, "UnitFileState=enabled", "HAI4031", "disabled")]
    [TestCase(UnitAction.Mask, "UnitFileState=enabled", "HAI4031", "masked")]
    public async Task ChangeUnitAsync_NotAsWished_SaysWhatWhereWhyAndMend(UnitAction action, string after, string code, params string[] words)
    {
        var fault = await Thrown.ByAsync<TransportException>(() => ChangeAsync(action, "InvocationID=1", after, 1, "A dependency job for memcached.service failed. See 'journalctl -xe'."));

        Assert.That(fault.Message, Does.StartWith(code).And.Contain("ctl1").And.Contain("memcached.service").And.Contain("mend"));
        Assert.That(words, Has.All.Matches<string>(word => fault.Message.Contains(word!, StringComparison.Ordinal)), fault.Message);
    }

    [Test]
    public async Task ChangeUnitAsync_UserMayNot_SaysWhoMay()
    {
        var fault = await Thrown.ByAsync<TransportException>(() =>
            ChangeAsync(UnitAction.Start, "", "ActiveState=inactive", 1, "Failed to start memcached.service: Interactive authentication required."));

        Assert.That(fault.Message, Does.Contain("root").And.Contain("authentication required"));
    }

    [Test]
    public async Task UnitsAsync_MadeOfAnInitScript_IsEnabledAsItsOwnToolSays()
    {
        var reach = new ScriptedReach((_, say) =>
        {
            say("generated");
            say("|old.service enabled");
            say(".");
            ScriptedReach.Units(say, "now", ("old.service", "UnitFileState=generated ActiveState=active"), ("new.service", "UnitFileState=disabled MainPID=77 CanReload=yes"));
            return Task.FromResult(ScriptedReach.Good);
        });
        await using var nodes = new NodeWorker(reach, "ssh://ctl1", new TransportSettings());

        var units = await nodes.UnitsAsync(Node, ["old", "new"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(units[0].IsEnabled, Is.True);
            Assert.That(units[1], Is.EqualTo(new UnitState { Name = "new", Installed = true, EnabledState = "disabled", MainPid = 77, CanReload = true }));
        }
    }

    private static async Task<UnitState> ChangeAsync(UnitAction action, string before, string after, int status, params string[] said)
    {
        var word = action.ToString().ToLowerInvariant();
        var reach = new ScriptedReach((requests, say) =>
        {
            switch (requests[0])
            {
                case "names":
                    say("names");
                    say("|ssh.service");
                    say("|memcached-cluster.service");
                    say(".");
                    break;
                case "log memcached.service":
                    say(requests[0]);
                    say($"|{Log}");
                    say(".");
                    break;
                default:
                    ScriptedReach.Units(say, "before", ("memcached.service", after.Contains("not-found", StringComparison.Ordinal) ? after : before));
                    ScriptedReach.Ended(say, word, status, "other.service memcached.service", [.. said, "Job for other.service failed."]);
                    ScriptedReach.Units(say, "after", ("memcached.service", after));
                    break;
            }

            return Task.FromResult(ScriptedReach.Good);
        });
        await using var nodes = new NodeWorker(reach, "ssh://ctl1", new TransportSettings());
        return await nodes.ChangeUnitAsync(Node, new UnitState { Name = "memcached", Installed = true }, action);
    }
}
