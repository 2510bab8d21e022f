using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Nodes;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Rules;
using HaIac.Cib.Tests.Writing;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Resources;

/// <summary>One object of each kind: what is written, with which ids, and that Pacemaker's own schema takes it.</summary>
internal sealed class EveryKindTests
{
    private static readonly CibRule s_night = new()
    {
        Score = Score.Infinity,
        Expressions = [new DateExpression { Comparison = DateComparison.Calendar, Spec = new DateSpec { Hours = DateRange.Of(0, 5) } }],
    };

    private static IEnumerable<TestCaseData> Kinds()
    {
        var template = new CibTemplate
        {
            Id = Id("tpl"), Agent = AgentName.Parse("ocf:pacemaker:Dummy"), Operations = [Monitor("10s")], OperationsId = Id("tpl-operations"),
        };
        yield return Case("template", [template], "<template id=\"tpl\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\">", "<operations id=\"tpl-operations\">");
        yield return Case(
            "primitive after a template",
            [template, new CibPrimitive { Id = Id("p"), Template = Id("tpl"), OperationsFrom = Id("tpl-operations") }],
            "<primitive id=\"p\" template=\"tpl\">",
            "<operations id-ref=\"tpl-operations\"/>");
        yield return Case(
            "sets",
            [
                Dummy("p") with
                {
                    InstanceAttributes = AttributeMap.Of(("state", "a")),
                    FurtherInstanceAttributes =
                    [
                        new CibAttributeSet { Rule = s_night, Pairs = AttributeMap.Of(("state", "b")) },
                        new CibAttributeSet { Id = Id("strong"), Score = Score.Of(10), Pairs = AttributeMap.Of(("state", "c")) },
                    ],
                    FurtherMetaAttributes = [new CibAttributeSet { Id = Id("own"), Score = Score.Of(1), Pairs = AttributeMap.Of(("priority", "5")) }],
                },
                Dummy("q") with
                {
                    FurtherMetaAttributes = [new CibAttributeSet { IdRef = Id("own") }],
                    FurtherInstanceAttributes = [new CibAttributeSet { Score = Score.Of(2), SharedPairs = [new SharedPair(Id("strong-state"), "name")] }],
                },
            ],
            "<instance_attributes id=\"p-instance_attributes-1\">",
            "<rule id=\"p-instance_attributes-1-rule\" score=\"INFINITY\">",
            "<date_expression id=\"p-instance_attributes-1-rule-expr\" operation=\"date_spec\">",
            "<date_spec id=\"p-instance_attributes-1-rule-expr-datespec\" hours=\"0-5\"/>",
            "<nvpair id=\"p-instance_attributes-1-state\" name=\"state\" value=\"b\"/>",
            "<instance_attributes id=\"strong\" score=\"10\">",
            "<meta_attributes id-ref=\"own\"/>",
            "<nvpair id-ref=\"strong-state\" name=\"name\"/>");
        yield return Case(
            "operation",
            [
                Dummy("p") with
                {
                    Operations =
                    [
                        Monitor("10s") with
                        {
                            Role = ResourceRole.Promoted,
                            InstanceAttributes = AttributeMap.Of(("OCF_CHECK_LEVEL", "20")),
                            FurtherInstanceAttributes = [new CibAttributeSet { Rule = s_night, Pairs = AttributeMap.Of(("OCF_CHECK_LEVEL", "0")) }],
                            MetaAttributes = AttributeMap.Of(("on-fail", "block")),
                        },
                    ],
                },
            ],
            "<op id=\"p-monitor-interval-10s\" name=\"monitor\" interval=\"10s\" role=\"Promoted\">",
            "<nvpair id=\"p-monitor-interval-10s-instance_attributes-OCF_CHECK_LEVEL\" name=\"OCF_CHECK_LEVEL\" value=\"20\"/>",
            "<rule id=\"p-monitor-interval-10s-instance_attributes-1-rule\" score=\"INFINITY\">");
        yield return Case(
            "bundle",
            [
                new CibBundle
                {
                    Id = Id("web"),
                    Container = new BundleContainer { Technology = ContainerTechnology.Podman, Image = "registry/web:1", Replicas = 3, ReplicasPerHost = 1, PromotedMax = 1, RunCommand = "/usr/sbin/pacemaker-remoted", Network = "bridge", Options = "-e A=b" },
                    Network = new BundleNetwork
                    {
                        IpRangeStart = "192.0.2.131", ControlPort = 3122, HostInterface = "eth0", HostNetmask = 24, AddHost = false,
                        PortMappings = [new PortMapping { Port = 80, InternalPort = 8080 }, new PortMapping { Range = "5000-5010" }, new PortMapping { Id = Id("https"), Port = 443 }],
                    },
                    Storage = [new StorageMapping { SourceDir = "/srv/a", TargetDir = "/a", Options = "ro" }, new StorageMapping { SourceDirRoot = "/var/log/web", TargetDir = "/var/log" }],
                    Primitive = Dummy("web-app"),
                    MetaAttributes = AttributeMap.Of(("priority", "1")),
                },
            ],
            "<podman image=\"registry/web:1\" replicas=\"3\" replicas-per-host=\"1\" promoted-max=\"1\" run-command=\"/usr/sbin/pacemaker-remoted\" network=\"bridge\" options=\"-e A=b\"/>",
            "<network ip-range-start=\"192.0.2.131\" control-port=\"3122\" host-interface=\"eth0\" host-netmask=\"24\" add-host=\"false\">",
            "<port-mapping id=\"web-port-map-80\" port=\"80\" internal-port=\"8080\"/>",
            "<port-mapping id=\"web-port-map-5000-5010\" range=\"5000-5010\"/>",
            "<port-mapping id=\"https\" port=\"443\"/>",
            "<storage-mapping id=\"web-storage-map\" source-dir=\"/srv/a\" target-dir=\"/a\" options=\"ro\"/>",
            "<storage-mapping id=\"web-storage-map-1\" source-dir-root=\"/var/log/web\" target-dir=\"/var/log\"/>");
        yield return Case("docker", [Bundle(ContainerTechnology.Docker)], "<docker image=\"i\"/>");
        yield return Case("rkt", [Bundle(ContainerTechnology.Rkt)], "<rkt image=\"i\"/>");
        yield return Case("master", [new CibMaster { Id = Id("m"), Inner = Dummy("p"), MetaAttributes = AttributeMap.Of(("master-max", "1")) }], "<master id=\"m\">");
        yield return Case(
            "group and clone",
            [Clone(new CibGroup { Id = Id("g"), Primitives = [Dummy("a"), Dummy("b")], Description = "two", InstanceAttributes = AttributeMap.Of(("state", "x")) }) with { Promotable = true }],
            "<group id=\"g\" description=\"two\">",
            "<nvpair id=\"g-instance_attributes-state\" name=\"state\" value=\"x\"/>");
        yield return Case(
            "property sets",
            [
                new ClusterProperties { Id = Id(ClusterProperties.DefaultId), Properties = AttributeMap.Of(("stonith-enabled", "false")) },
                new ClusterProperties { Id = Id("night"), Score = Score.Of(5), Rule = s_night, Properties = AttributeMap.Of(("maintenance-mode", "true")) },
            ],
            "<cluster_property_set id=\"night\" score=\"5\">",
            "<rule id=\"night-rule\" score=\"INFINITY\">");
        yield return Case(
            "defaults",
            [
                new ResourceDefaults { Id = Id(ResourceDefaults.DefaultId), MetaAttributes = AttributeMap.Of(("resource-stickiness", "1")) },
                new ResourceDefaults
                {
                    Id = Id("dummies"),
                    Rule = new CibRule { Score = Score.Of(0), Expressions = [new ResourceExpression { Standard = "ocf", Provider = "pacemaker", Type = "Dummy" }] },
                    MetaAttributes = AttributeMap.Of(("priority", "1")),
                },
                new OperationDefaults
                {
                    Id = Id(OperationDefaults.DefaultId),
                    Rule = new CibRule { Score = Score.Of(0), Expressions = [new OperationExpression { Name = "monitor" }] },
                    MetaAttributes = AttributeMap.Of(("timeout", "30s")),
                },
            ],
            "<meta_attributes id=\"rsc_defaults-meta_attributes\">",
            "<rsc_expression id=\"dummies-rule-rsc-ocf-pacemaker-Dummy\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"/>",
            "<op_expression id=\"op_defaults-meta_attributes-rule-op-monitor\" name=\"monitor\"/>");
        yield return Case(
            "node",
            [
                new NodeAttributes { Id = CibId.OfLive("1"), Attributes = AttributeMap.Of(("rack", "r1")) },
                new NodeUtilization { Id = CibId.OfLive("2"), Utilization = AttributeMap.Of(("cpu", "8")) },
            ],
            "<instance_attributes id=\"nodes-1\">",
            "<nvpair id=\"nodes-1-rack\" name=\"rack\" value=\"r1\"/>",
            "<utilization id=\"nodes-2-utilization\">",
            "<nvpair id=\"nodes-2-utilization-cpu\" name=\"cpu\" value=\"8\"/>");
    }

    [TestCaseSource(nameof(Kinds))]
    [Property("Requirement", "N6")]
    public void Put_NewObject_IsWrittenWithIdsOfPcssScheme(CibObject[] objects, string[] expected)
    {
        var text = Applied(objects).ToXml();

        Assert.That(expected.Where(part => !text.Contains(part, StringComparison.Ordinal)), Is.Empty, text);
    }

    [TestCaseSource(nameof(Kinds))]
    [Property("Requirement", "A7")]
    public void Put_Again_ChangesNothing(CibObject[] objects, string[] expected)
    {
        var document = Applied(objects);

        var outcome = EditApplier.Apply(document, [.. objects.Select(item => new PutObject(item, item))]);

        Assert.That(expected, Is.Not.Empty);
        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(outcome.After, Is.SameAs(document));
    }

    [TestCaseSource(nameof(Kinds))]
    public void Remove_NewObject_LeavesWhatWasThere(CibObject[] objects, string[] expected)
    {
        var outcome = EditApplier.Apply(Applied(objects), [.. objects.Select(item => new RemoveObject(item))]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(expected.Where(part => outcome.After.ToXml().Contains(part, StringComparison.Ordinal)), Is.Empty);
        Assert.That(outcome.After.Objects, Is.All.TypeOf<ClusterNode>());
    }

    [TestCaseSource(nameof(Kinds))]
    [Category("Tools")]
    [Property("Requirement", "S2")]
    public void Put_NewObject_IsAcceptedByTheRealSchema(CibObject[] objects, string[] expected)
    {
        using var cibadmin = RealCibadmin.Holding(Empty);

        var (exitCode, output) = cibadmin.Replace(Applied(objects));

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(expected, Is.Not.Empty);
    }

    private static CibDocument Applied(CibObject[] objects)
    {
        var outcome = EditApplier.Apply(Empty, [.. objects.Select(item => new PutObject(item, null))]);
        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(objects.SelectMany(item => CibComparer.Compare(item, item, outcome.After)).Where(change => change.Kind != ChangeKind.Foreign), Is.Empty);
        return outcome.After;
    }

    private static CibBundle Bundle(ContainerTechnology technology) =>
        new() { Id = Id("b"), Container = new BundleContainer { Technology = technology, Image = "i" } };

    private static TestCaseData Case(string name, CibObject[] objects, params string[] expected) => new TestCaseData(objects, expected).SetArgDisplayNames(name);
}
