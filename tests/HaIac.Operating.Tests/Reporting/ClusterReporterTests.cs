using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Operating.Reporting;
using HaIac.Operating.Tests.Awaiting;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Tests.Reporting;

[TestFixture]
public sealed class ClusterReporterTests
{
    private static readonly NodeName Ctl1 = NodeName.Parse("ctl1");
    private static readonly NodeName Ctl2 = NodeName.Parse("ctl2");

    [Test]
    [Property("Requirement", "P1")]
    [Property("Correction", "P1")]
    public void Of_EveryKind_NamesItAndItsStateOnEachNode()
    {
        var status = Pictures.Status("vip") with
        {
            Resources =
            [
                Resource("vip", ResourceKind.Primitive, Pictures.Instance("vip", "ctl2")),
                Resource("web", ResourceKind.Group, Pictures.Instance("web-ip", "ctl1"), Pictures.Instance("web-server", null)),
                Resource("api-clone", ResourceKind.Clone, Pictures.Instance("api", "ctl1"), Pictures.Instance("api", "ctl2")),
                Resource("db-clone", ResourceKind.Clone, Pictures.Instance("db", "ctl1", ResourceRole.Promoted), Pictures.Instance("db", "ctl2", ResourceRole.Unpromoted)) with { Promotable = true },
            ],
        };

        var report = ClusterReporter.Of("virtual:x", status, Cib());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Resources.Select(resource => resource.Kind), Is.EqualTo(new[] { ServiceKind.Simple, ServiceKind.Group, ServiceKind.Cloned, ServiceKind.Promotable }));
            Assert.That(Words(report, "vip"), Is.EqualTo(new[] { "-", "running", "-" }));
            Assert.That(Words(report, "web"), Is.EqualTo(new[] { "1 of 2", "-", "-" }));
            Assert.That(Words(report, "api-clone"), Is.EqualTo(new[] { "running", "running", "-" }));
            Assert.That(Words(report, "db-clone"), Is.EqualTo(new[] { "promoted", "running", "-" }));
        }
    }

    [Test]
    [Property("Requirement", "P1")]
    public void Of_Bundle_CountsWhatItsGuestsDoForTheNodesOfTheirContainers()
    {
        var status = Pictures.Status("x") with
        {
            Nodes = [Pictures.Node("ctl1"), Pictures.Node("ctl2"), Pictures.Node("db-bundle-0"), Pictures.Node("db-bundle-1")],
            Resources =
            [
                Resource("db-bundle", ResourceKind.Bundle,
                    Pictures.Instance("db-bundle-podman-0", "ctl1") with { Number = 0 },
                    Pictures.Instance("db", "db-bundle-0", ResourceRole.Unpromoted) with { Number = 0 },
                    Pictures.Instance("db-bundle-podman-1", "ctl2") with { Number = 1 },
                    Pictures.Instance("db", "db-bundle-1", ResourceRole.Promoted) with { Number = 1 }),
            ],
        };

        var report = ClusterReporter.Of("virtual:x", status, Cib());

        Assert.That(report.Nodes.Select(node => node.Name.Value), Is.EqualTo(new[] { "ctl1", "ctl2" }));
        Assert.That(Words(report, "db-bundle"), Is.EqualTo(new[] { "running", "promoted" }));
    }

    [Test]
    [Property("Requirement", "P1")]
    public void Of_MarkedResources_TellsFailedUnmanagedDisabledBlockedAndLocation()
    {
        var status = Pictures.Status("vip") with
        {
            Resources =
            [
                Resource("vip", ResourceKind.Primitive, Pictures.Instance("vip", "ctl1") with { Managed = false }),
                Resource("stuck", ResourceKind.Primitive, Pictures.Instance("stuck", "ctl2") with { Failed = true, Blocked = true }),
                Resource("off", ResourceKind.Primitive, Pictures.Instance("off", null)) with { Disabled = true },
            ],
            Failures = [Pictures.Failure("vip", "ctl2")],
            Bans = [new("ban", "off", Ctl2, PromotedOnly: false)],
        };

        var report = ClusterReporter.Of("virtual:x", status, Cib("""<rsc_location id="vip-on-ctl1" rsc="vip" node="ctl1" score="100"/><rsc_location id="ban" rsc="off" node="ctl2" score="-INFINITY"/>"""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Words(report, "vip"), Is.EqualTo(new[] { "running", "stopped, FAILED", "-" }));
            Assert.That(ResourceWords.Of(Find(report, "vip")), Is.EqualTo("unmanaged, FAILED"));
            Assert.That(Find(report, "vip").Places.Where(place => place.Allowed).Select(place => place.Node), Is.EqualTo(new[] { Ctl1 }));
            Assert.That(ResourceWords.Of(Find(report, "stuck")), Is.EqualTo("FAILED, BLOCKED"));
            Assert.That(ResourceWords.Of(Find(report, "off")), Is.EqualTo("disabled by operator (target-role)"));
            Assert.That(Words(report, "off"), Is.EqualTo(new[] { "-", "banned", "-" }));
        }
    }

    [Test]
    [Property("Requirement", "P2")]
    [Property("Correction", "P2")]
    public void Of_Options_AreTheValuesInForceDefaultsIncluded()
    {
        var cib = CibDocument.Parse("""<cib><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="a" name="symmetric-cluster" value="false"/><nvpair id="b" name="maintenance-mode" value="true"/></cluster_property_set></crm_config><nodes/><resources/><constraints/></configuration><status/></cib>""");

        var report = ClusterReporter.Of("virtual:x", Pictures.Status("vip") with { HasQuorum = false }, cib);

        Assert.That(report.Options, Is.EqualTo(new ReportedOption[]
        {
            new("symmetric-cluster", "false", true), new("no-quorum-policy", "stop", false), new("stonith-enabled", "true", false), new("maintenance-mode", "true", true),
        }));
        Assert.That(report.HasQuorum, Is.False);
        Assert.That(report.OperatorMarks, Is.EqualTo(new OperatorMark[] { new("", "maintenance-mode=true") }));
    }

    [Test]
    [Property("Requirement", "P3")]
    public void Of_StatusSection_TellsTheOperationsInTheOrderOfTheirCalls()
    {
        var cib = CibDocument.Parse("""
            <cib><configuration><crm_config/><nodes/><resources/><constraints/></configuration><status><node_state id="1" uname="ctl1"><lrm id="1"><lrm_resources><lrm_resource id="api:0">
              <lrm_rsc_op id="api_monitor_10000" operation="monitor" interval="10000" call-id="12" rc-code="1" op-status="0" exit-reason="port is closed" last-rc-change="1795946542"/>
              <lrm_rsc_op id="api_last_0" operation="start" interval="0" call-id="9" rc-code="0" op-status="0"/>
              <lrm_rsc_op id="api_pending" operation="stop" interval="0" call-id="-1" rc-code="193" op-status="-1"/>
            </lrm_resource></lrm_resources></lrm></node_state></status></cib>
            """);

        var report = ClusterReporter.Of("virtual:x", Pictures.Status("vip"), cib);

        Assert.That(report.History.Select(OperationWords.Of), Is.EqualTo(new[]
        {
            "api on ctl1: call 9, start: 0 (OCF_SUCCESS: success)",
            "api on ctl1: call 12, monitor every 10 s: 1 (OCF_ERR_GENERIC: the agent met a general error), \"port is closed\" at 2026-11-29 10:02:22 UTC",
            "api on ctl1: stop under way",
        }));
    }

    [Test]
    [Property("Requirement", "P3")]
    [Property("Requirement", "L6")]
    public void ShortReport_OfOneResource_HoldsNodesItsStateItsFailuresAndWhatWasSetByHand()
    {
        var status = Pictures.Status("api-clone", Pictures.Instance("api", "ctl1")) with { Failures = [Pictures.Failure("api", "ctl2"), Pictures.Failure("other", "ctl3")] };
        var cib = Cib("""<rsc_location id="cli-ban-api-clone-on-ctl3" rsc="api-clone" node="ctl3" score="-INFINITY"/>""");

        var text = ShortReport.Of(ClusterReporter.Of("virtual:x", status, cib), "api-clone", new HashSet<string> { "api" });

        Assert.That(text, Does.Contain("nodes ctl1 online, ctl2 online, ctl3 online").And.Contain("api-clone (clone) ctl1 running, ctl2 stopped, FAILED, ctl3 -")
            .And.Contain("start of api failed on ctl2").And.Contain("binary is missing").And.Contain("set by hand: api-clone kept away from ctl3").And.Not.Contain("other"));
    }

    private static ResourceStatus Resource(string id, ResourceKind kind, params ResourceInstance[] instances) => new() { Id = id, Kind = kind, Instances = [.. instances] };

    private static CibDocument Cib(string constraints = "") =>
        CibDocument.Parse($"<cib><configuration><crm_config/><nodes/><resources/><constraints>{constraints}</constraints></configuration><status/></cib>");

    private static ResourceReport Find(ClusterReport report, string id) => report.Resources.Single(resource => resource.Id == id);

    private static IEnumerable<string> Words(ClusterReport report, string id) => Find(report, id).Places.Select(PlaceWords.Of);
}
