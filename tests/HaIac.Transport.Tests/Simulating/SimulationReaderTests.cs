using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;
using HaIac.Transport.Simulating;
using HaIac.Transport.Tests.Recordings;

namespace HaIac.Transport.Tests.Simulating;

[TestFixture]
internal sealed class SimulationReaderTests
{
    [Test]
    public void Read_Moves_TellsKindNodesAndRoles()
    {
        var actions = Read(Recording.Text("crm_simulate-2.1.5-moves.xml")).Actions;

        Assert.That(actions.Select(a => (a.Kind, a.Resource, a.Node?.Value, a.Destination?.Value, a.FromRole, a.ToRole)), Is.EqualTo(new[]
        {
            (ActionKind.Demote, (string?)"db", (string?)"ctl1", (string?)null, (ResourceRole?)ResourceRole.Promoted, (ResourceRole?)ResourceRole.Unpromoted),
            (ActionKind.Promote, "db", "ctl2", null, ResourceRole.Unpromoted, ResourceRole.Promoted),
            (ActionKind.Migrate, "a", "ctl1", "ctl2", null, null),
            (ActionKind.Move, "b", "ctl1", "ctl2", null, null),
        }));
    }

    [Test]
    public void Read_Fencing_TellsNodeReasonAndWhatStops()
    {
        var simulation = Read(Recording.Text("crm_simulate-2.1.5-fencing.xml"));

        var fence = simulation.Of(ActionKind.Fence).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((fence.Node!.Value, fence.Resource, fence.Reason), Is.EqualTo(("ctl1", (string?)null, "peer is no longer part of the cluster")));
            Assert.That(simulation.Of(ActionKind.Stop).Select(a => (a.Resource, a.Instance)), Is.EqualTo(new[] { ("db", (int?)0), ("c1", 0), ("c2", 0) }));
            Assert.That(simulation.Of(ActionKind.Start).Single().Resource, Is.EqualTo("f"));
            Assert.That(simulation.After.FindNode(NodeName.Parse("ctl1"))!.Online, Is.False);
        }
    }

    [TestCase("start", ActionKind.Start)]
    [TestCase("restart", ActionKind.Restart)]
    [TestCase("recover", ActionKind.Recover)]
    [TestCase("reload", ActionKind.Reload)]
    [TestCase("teleport", ActionKind.Other)]
    public void Read_AnyWord_IsAKindAndKeepsTheWord(string word, ActionKind kind)
    {
        var action = Read(Report($"<rsc_action action=\"{word}\" resource=\"db:2\" source=\"ctl1\" reason=\"because\" blocked=\"true\"/>")).Actions.Single();

        Assert.That(
            (action.Kind, action.Word, action.Resource, action.Instance, action.Reason, action.Blocked),
            Is.EqualTo((kind, word, "db", (int?)2, "because", true)));
    }

    [Test]
    public void Read_NoReport_SaysSo()
    {
        Assert.That(() => Read("nothing", ""), Throws.InstanceOf<TransportException>().With.Message.Contain("HAI4011"));
    }

    private static string Report(string actions) =>
        $"<pacemaker-result><cluster_status/><actions>{actions}</actions><revised_cluster_status><nodes/></revised_cluster_status></pacemaker-result>\n";

    private static Simulation Read(string report, string cib = "<cib epoch=\"7\"/>") => SimulationReader.Read(
        report + cib,
        new Command { Program = "crm_simulate", Timeout = TimeSpan.FromSeconds(1) },
        new CommandResult { ExitCode = 0 });
}
