using HaIac.Cib.Acls;
using HaIac.Cib.Alerts;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Fencing;
using HaIac.Cib.Resources;
using HaIac.Cib.Rules;
using HaIac.Cib.Tags;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Constraints;

/// <summary>One object of every kind that is no resource, with all that its record can hold; and a cluster in which they are valid.</summary>
internal static class RecordSamples
{
    public static CibDocument Cluster { get; } = With(
        """
        <primitive id="a" class="ocf" provider="pacemaker" type="Dummy"/>
        <primitive id="b" class="ocf" provider="pacemaker" type="Dummy"/>
        <primitive id="c" class="ocf" provider="pacemaker" type="Dummy"/>
        <clone id="db-clone"><meta_attributes id="db-clone-meta"><nvpair id="db-clone-promotable" name="promotable" value="true"/></meta_attributes>
          <primitive id="db" class="ocf" provider="pacemaker" type="Stateful"/></clone>
        <primitive id="f1" class="stonith" type="fence_dummy"/>
        <primitive id="f2" class="stonith" type="fence_dummy"/>
        """,
        """
        <rsc_order id="theirs"><resource_set id="theirs_set"><resource_ref id="a"/><resource_ref id="b"/></resource_set></rsc_order>
        """);

    public static CibRule Rule { get; } = new()
    {
        Id = Id("r"),
        Score = Score.Of(100),
        Role = ResourceRole.Promoted,
        Operator = RuleOperator.Or,
        Expressions =
        [
            new NodeAttributeExpression { Attribute = "#uname", Comparison = AttributeComparison.Equal, Value = "ctl1" },
            new NodeAttributeExpression { Attribute = "rack", Comparison = AttributeComparison.Equal, Value = "rack", Type = AttributeValueType.String, Source = AttributeValueSource.MetaAttribute },
            new NodeAttributeExpression { Attribute = "cpu", Comparison = AttributeComparison.GreaterOrEqual, Value = "8", Type = AttributeValueType.Integer },
            new CibRule
            {
                Id = Id("r-inner"),
                Score = Score.Of(0),
                Operator = RuleOperator.And,
                Expressions =
                [
                    new DateExpression { Comparison = DateComparison.Calendar, Spec = new() { Hours = DateRange.Of(9, 16), Weekdays = DateRange.Of(1, 5) } },
                    new DateExpression { Comparison = DateComparison.InRange, Start = RuleDate.Parse("2026-01-01"), Duration = new() { Months = 3, Days = 1 } },
                    new DateExpression { Comparison = DateComparison.InRange, End = RuleDate.Parse("2030-01-01 12:00:00 +02:00") },
                    new DateExpression { Comparison = DateComparison.After, Start = RuleDate.Parse("2026-W05-6") },
                    new DateExpression { Comparison = DateComparison.Before, End = RuleDate.Parse("20300101") },
                ],
            },
        ],
    };

    public static CibRule Simple(string id) => new()
    {
        Id = Id(id),
        Score = Score.MinusInfinity,
        Expressions = [new NodeAttributeExpression { Attribute = "pingd", Comparison = AttributeComparison.NotDefined }],
    };

    private static ValueList<CibId> Ids(params string[] ids) => ids.Select(Id).ToValueList();

    /// <summary>Name and object; the parts have ids, so that what is read back is the same record.</summary>
    public static IEnumerable<TestCaseData<CibObject>> All => new (string Name, CibObject Object)[]
    {
        ("location of a resource", new LocationConstraint { Id = Id("x"), Resource = Id("a"), Node = NodeName.Parse("ctl1"), Score = Score.Of(5), Role = ResourceRole.Started, Discovery = ResourceDiscovery.Exclusive }),
        ("location by pattern", new LocationConstraint { Id = Id("x"), ResourcePattern = "^api-[0-9]+$", Node = NodeName.Parse("ctl1"), Score = Score.MinusInfinity }),
        ("location by pattern without anchors", new LocationConstraint { Id = Id("x"), ResourcePattern = "!api", Node = NodeName.Parse("ctl1"), Score = Score.Infinity, Role = ResourceRole.Unpromoted }),
        ("location by rules", new LocationConstraint { Id = Id("x"), Resource = Id("db-clone"), Rules = [Rule, Simple("s"), new CibRule { IdRef = Id("s") }], Discovery = ResourceDiscovery.Never }),
        ("location with a lifetime", new LocationConstraint { Id = Id("x"), Resource = Id("a"), Node = NodeName.Parse("ctl1"), Score = Score.Of(5), Lifetime = [Simple("l1"), Simple("l2")] }),
        ("location of sets", new LocationConstraint
        {
            Id = Id("x"),
            ResourceSets = [new() { Id = Id("s1"), Members = Ids("a", "b") }, new() { Id = Id("s2"), Members = Ids("db-clone"), Role = ResourceRole.Promoted }],
            Rules = [Simple("s")],
        }),
        ("colocation of a pair", new ColocationConstraint
        {
            Id = Id("x"),
            Dependent = Id("a"),
            Primary = Id("db-clone"),
            Score = Score.Infinity,
            DependentRole = ResourceRole.Started,
            PrimaryRole = ResourceRole.Promoted,
            NodeAttribute = "rack",
            Influence = false,
            Lifetime = [Simple("l")],
        }),
        ("colocation without score", new ColocationConstraint { Id = Id("x"), Dependent = Id("a"), Primary = Id("b") }),
        ("colocation of sets", new ColocationConstraint
        {
            Id = Id("x"),
            Score = Score.Of(200),
            ResourceSets =
            [
                new() { Id = Id("s1"), Members = Ids("a", "b"), Sequential = false, Ordering = SetOrdering.Group },
                new() { Id = Id("s2"), Members = Ids("db-clone"), Role = ResourceRole.Promoted, Score = Score.Of(-5) },
                new() { IdRef = Id("theirs_set") },
            ],
        }),
        ("order of a pair", new OrderConstraint
        {
            Id = Id("x"),
            First = Id("db-clone"),
            Then = Id("a"),
            FirstAction = OrderAction.Promote,
            ThenAction = OrderAction.Start,
            Kind = OrderKind.Serialize,
            Symmetrical = false,
            RequireAll = false,
            Lifetime = [Simple("l")],
        }),
        ("order with a score", new OrderConstraint { Id = Id("x"), First = Id("a"), Then = Id("b"), Score = Score.Of(0) }),
        ("order of sets", new OrderConstraint
        {
            Id = Id("x"),
            Kind = OrderKind.Optional,
            ResourceSets =
            [
                new() { Id = Id("s1"), Members = Ids("b", "a"), Sequential = false, RequireAll = false, Action = OrderAction.Stop },
                new() { Id = Id("s2"), Members = Ids("c"), Kind = OrderKind.Mandatory },
            ],
        }),
        ("ticket of a resource", new TicketConstraint { Id = Id("x"), Ticket = "site A", Resource = Id("db-clone"), Role = ResourceRole.Promoted, LossPolicy = TicketLossPolicy.Demote }),
        ("ticket of sets", new TicketConstraint { Id = Id("x"), Ticket = "T", LossPolicy = TicketLossPolicy.Fence, ResourceSets = [new() { Id = Id("s1"), Members = Ids("a", "b"), Role = ResourceRole.Started }] }),
        ("fencing level of a node", new FencingLevel { Id = Id("x"), Target = NodeName.Parse("ctl1"), Index = 1, Devices = Ids("f1", "f2") }),
        ("fencing level by pattern", new FencingLevel { Id = Id("x"), TargetPattern = "ctl[0-9]", Index = 9, Devices = Ids("f1") }),
        ("fencing level by attribute", new FencingLevel { Id = Id("x"), TargetAttribute = "rack", TargetValue = "1", Index = 2, Devices = Ids("f2") }),
        ("tag", new CibTag { Id = Id("x"), Members = Ids("a", "db", "theirs") }),
        ("role", new AclRole
        {
            Id = Id("x"),
            Description = "may see, not touch",
            Permissions =
            [
                new() { Id = Id("p1"), Kind = AclPermissionKind.Read, XPath = "/cib" },
                new() { Id = Id("p2"), Kind = AclPermissionKind.Write, Reference = Id("a"), Description = "ours" },
                new() { Id = Id("p3"), Kind = AclPermissionKind.Deny, ObjectType = "nvpair", Attribute = "value" },
            ],
        }),
        ("alert", new CibAlert
        {
            Id = Id("x"),
            Path = "/usr/local/bin/tell",
            Description = "tells",
            InstanceAttributes = AttributeMap.Of(("debug", "1")),
            MetaAttributes = AttributeMap.Of(("timeout", "15s")),
            FurtherMetaAttributes = [new() { Id = Id("night"), Score = Score.Of(2), Rule = Simple("night-rule") with { Score = null }, Pairs = AttributeMap.Of(("enabled", "false")) }],
            Selection = new() { Nodes = true, Fencing = true, Resources = true, Attributes = ["standby", "shutdown"] },
            Recipients =
            [
                new() { Id = Id("x1"), Value = "ops@example.org", Description = "people", MetaAttributes = AttributeMap.Of(("timestamp-format", "%H")) },
                new() { Id = Id("x2"), Value = "/var/log/alerts", InstanceAttributes = AttributeMap.Of(("level", "all")) },
            ],
        }),
        ("alert of all attributes", new CibAlert { Id = Id("x"), Path = "/bin/true", Selection = new() { Attributes = [] } }),
    }.Select(sample => new TestCaseData<CibObject>(sample.Object) { TestName = $"{{m}}({sample.Name})" });
}
