using System.Xml.Linq;
using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Observing;
using HaIac.Transport.Running;
using HaIac.Transport.Tests.Recordings;

namespace HaIac.Transport.Tests.Observing;

[TestFixture]
[Property("Requirement", "S1")]
internal sealed class StatusReaderTests
{
    private static readonly NodeName Ctl1 = NodeName.Parse("ctl1");
    private static readonly NodeName Ctl2 = NodeName.Parse("ctl2");

    [Test]
    [Property("Requirement", "L4")]
    public void Read_Nodes_TellsOnlineStandbyAndController()
    {
        var status = Read("crm_mon-2.1.5-failures.xml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.HasQuorum, Is.True);
            Assert.That(status.DesignatedController, Is.EqualTo(Ctl2));
            Assert.That(status.Nodes.Select(n => (n.Name.Value, n.Online, n.Standby, n.CanRunResources, n.IsController)), Is.EqualTo(new[]
            {
                ("ctl1", true, false, true, false), ("ctl2", true, false, true, true), ("ctl3", true, true, false, false),
            }));
            Assert.That(status.NoQuorumPolicy, Is.EqualTo("stop"));
        }
    }

    [Test]
    [Property("Requirement", "G9")]
    public void Read_PromotableClone_TellsRolesPerNode()
    {
        var status = Read("crm_mon-2.1.5-failures.xml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.Resources.Single(r => r.Id == "db-clone").Promotable, Is.True);
            Assert.That(status.InstancesOf("db-clone").Select(i => (i.Node, i.Role, i.Active)), Is.EqualTo(new[]
            {
                (Ctl1, ResourceRole.Promoted, true), (Ctl2, ResourceRole.Unpromoted, true), ((NodeName?)null, ResourceRole.Stopped, false),
            }));
            Assert.That(status.RunningOn("db-clone"), Is.EqualTo(new[] { Ctl1, Ctl2 }));
        }
    }

    [Test]
    public void Read_ClonedGroup_FindsMembersByCloneGroupAndPrimitive()
    {
        var status = Read("crm_mon-2.1.5-failures.xml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.InstancesOf("cg-clone").Count(), Is.EqualTo(6));
            Assert.That(status.InstancesOf("cg").Count(), Is.EqualTo(6));
            Assert.That(status.InstancesOf("c1").Select(i => (i.Group, i.Number)), Is.EqualTo(new[] { ("cg", (int?)0), ("cg", 1), ("cg", 2) }));
            Assert.That(status.RunningOn("nothing"), Is.Empty);
        }
    }

    [Test]
    public void Read_UniqueCloneDisabledByOperator_HasNumbersAndTargetRole()
    {
        var status = Read("crm_mon-2.1.5-failures.xml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.Resources.Single(r => r.Id == "u-clone").Disabled, Is.True);
            Assert.That(status.InstancesOf("u").Select(i => (i.Number, i.TargetRole)), Is.EqualTo(new[] { ((int?)0, (ResourceRole?)ResourceRole.Stopped), (1, ResourceRole.Stopped) }));
        }
    }

    [Test]
    public void Read_FailedStart_TellsOperationCodeMeaningReasonAndTime()
    {
        var status = Read("crm_mon-2.1.5-failures.xml");

        var failure = status.Failures.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((failure.Resource, failure.Node, failure.Operation, failure.Interval), Is.EqualTo(("b", Ctl1, "start", TimeSpan.Zero)));
            Assert.That(failure.Exit.ToString(), Does.Contain("5 (OCF_ERR_INSTALLED").And.Contain("not installed on this node"));
            Assert.That(failure.ExitReason, Is.EqualTo("User-injected result"));
            Assert.That(failure.LastChange!.Value.Year, Is.EqualTo(2026));
            Assert.That(status.FailCounts, Is.EqualTo(new[] { new FailCount("b", Ctl1, 2, 1_000_000) }));
            Assert.That(status.InstancesOf("b").Single().Failed, Is.True);
        }
    }

    [Test]
    public void Read_Bans_TellsTheOperatorsApart()
    {
        var status = Read("crm_mon-2.1.5-failures.xml");

        Assert.That(status.Bans, Is.EqualTo(new[]
        {
            new NodeBan("no-promote", "db-clone", NodeName.Parse("ctl3"), true),
            new NodeBan("cli-ban-g-on-ctl3", "g", NodeName.Parse("ctl3"), false),
        }));
    }

    [Test]
    public void Read_Twice_IsEqualByValue()
    {
        var first = Read("crm_mon-2.1.5-failures.xml");
        var second = Read("crm_mon-2.1.5-failures.xml");

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Read_NewerRelease_ReadsWhatItKnowsAndPassesOverTheRest()
    {
        var status = Read("crm_mon-3-like.xml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status.PacemakerVersion, Is.EqualTo("3.0.0-1.fc42-6ab0d1c"));
            Assert.That((status.FencingEnabled, status.MaintenanceMode, status.NoQuorumPolicy), Is.EqualTo((true, true, "freeze")));
            Assert.That(status.Nodes.Select(n => (n.Name.Value, n.Kind, n.Unclean, n.Standby, n.Maintenance)), Is.EqualTo(new[]
            {
                ("ctl1", "member", true, false, false), ("ctl2", "member", false, true, true), ("remote1", "remote", false, false, false),
            }));
            Assert.That(status.Resources.Select(r => (r.Id, r.Kind)), Is.EqualTo(new[] { ("db-bundle", ResourceKind.Bundle), ("old", ResourceKind.Primitive) }));
        }
    }

    [Test]
    public void Read_Bundle_TellsReplicasWithAllTheirStates()
    {
        var instances = Read("crm_mon-3-like.xml").InstancesOf("db-bundle").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(instances.Select(i => i.Number), Is.EqualTo(new int?[] { 0, 1 }));
            Assert.That((instances[0].Managed, instances[0].Maintenance, instances[0].Pending), Is.EqualTo((false, true, "Monitoring")));
            Assert.That((instances[1].Blocked, instances[1].Failed), Is.EqualTo((true, true)));
            Assert.That(instances[1].Nodes, Is.EqualTo(new[] { Ctl1, Ctl2 }));
        }
    }

    [Test]
    [Property("Correction", "G9")]
    public void Read_OldWords_AreUnderstood()
    {
        var instance = Read("crm_mon-3-like.xml").InstancesOf("old").Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(instance.Role, Is.EqualTo(ResourceRole.Promoted));
            Assert.That(instance.Agent, Is.EqualTo("ocf:heartbeat:IPaddr2"));
            Assert.That((instance.Orphaned, instance.FailureIgnored), Is.EqualTo((true, true)));
        }
    }

    [Test]
    [Property("Requirement", "G8")]
    public void Read_Failures_UnderstandsEveryKeyAndSkipsNonsense()
    {
        var failures = Read("crm_mon-3-like.xml").Failures;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failures.Select(f => (f.Resource, f.Operation, f.Interval)), Is.EqualTo(new[]
            {
                ("old", "migrate_from", TimeSpan.Zero), ("db", "monitor", TimeSpan.FromSeconds(10)),
            }));
            Assert.That(failures[0].ExitReason, Is.Empty);
            Assert.That(failures[0].LastChange, Is.EqualTo(new DateTimeOffset(2026, 11, 22, 14, 59, 15, TimeSpan.Zero)));
            Assert.That(failures[1].Exit.ToString(), Does.Contain("77 (unnamed"));
            Assert.That(failures[1].LastChange, Is.Null);
            Assert.That(Read("crm_mon-3-like.xml").FailCounts, Is.EqualTo(new[] { new FailCount("db", Ctl2, 1_000_000, 3) }));
        }
    }

    [Test]
    public void Read_AnswerWithErrorsInsteadOfNodes_GivesTheErrorsAlthoughTheToolEndedWell()
    {
        const string Answer =
            """<pacemaker-result><status code="0" message="OK"><errors><error>Could not connect to the CIB: Update does not conform to the configured schema</error></errors></status></pacemaker-result>""";

        Assert.That(
            () => StatusReader.Read(XElement.Parse(Answer), Command(), new CommandResult { ExitCode = 0 }),
            Throws.InstanceOf<TransportException>().With.Message.Contain("HAI4011").And.Message.Contain("does not conform to the configured schema"));
    }

    [TestCase("Starting")]
    [TestCase("Stopping")]
    [TestCase("Promoting")]
    [TestCase("Demoting")]
    [Property("Correction", "G6")]
    public void Read_ActionInThePlaceOfTheRole_IsPending(string word)
    {
        // Seen on a lab with 2.1.5: <resource id="daemon" role="Starting" active="true" ...> without an attribute pending.
        var status = ReadText(Recording.Text("crm_mon-2.1.5-failures.xml").Replace("role=\"Started\"", $"role=\"{word}\"", StringComparison.Ordinal));

        var instance = status.InstancesOf("a").Single();

        Assert.That((instance.Pending, instance.Active, instance.Role), Is.EqualTo((word, true, ResourceRole.Started)));
    }

    private static ClusterStatus Read(string recording) => ReadText(Recording.Text(recording));

    private static ClusterStatus ReadText(string text) => StatusReader.Read(XElement.Parse(text), Command(), new CommandResult { ExitCode = 0 });

    private static Command Command() => new() { Program = "crm_mon", Timeout = TimeSpan.FromSeconds(1) };
}
