using HaIac.Cib.Checking;
using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

/// <summary>Holds findings against what Pacemaker's own tools say to the same document: the lines marked in the README of Checking.</summary>
[Category("Tools")]
internal sealed class ToolVerdictTests
{
    private const string Watchdog = """<nvpair id="o-w" name="have-watchdog" value="true"/>""";

    public static IEnumerable<TestCaseData> Defects =>
    [
        Defect(CibFindingCodes.CannotPromote, "cannot be used as a promotable clone", Promotable("c", """<primitive id="a" class="systemd" type="x"/>""")),
        Defect(CibFindingCodes.OperationCollision, "is duplicate of", Dummy("a", Operations("a", """name="monitor" interval="60" """, """name="monitor" interval="PT1M" """))),
        Defect(CibFindingCodes.WrongContent, "Element group failed to validate", """<group id="g"/>"""),
        Defect(CibFindingCodes.WrongContent, "without either ip-range-start or control-port", """<bundle id="b"><podman image="x" replicas="2"/><network/><primitive id="p" class="ocf" provider="pacemaker" type="Dummy"/></bundle>"""),
        Defect(CibFindingCodes.NotPromotable, "only makes sense for promotable clones", Dummy("a", Meta("a", ("target-role", "Promoted")))),
        Defect(CibFindingCodes.InstanceNumbers, "anonymous clones support only one instance per node", Clone("c", Dummy("a"), ("clone-node-max", "2"))),
        Defect(CibFindingCodes.Outdated, "deprecated", Dummy("a"), options: Option("remove-after-stop", "true")),
        Defect(CibFindingCodes.Outdated, "did not pass schema validation", Dummy("a"), options: Option("default-action-timeout", "20s")),
        Defect(CibFindingCodes.BadOptionValue, "because 'perhaps' is invalid", Dummy("a"), options: Option("symmetric-cluster", "perhaps")),
        Defect(CibFindingCodes.BadOptionValue, "because 'foo' is not valid", Dummy("a", Meta("a", ("requires", "foo")))),
        Defect(CibFindingCodes.NeverRecurs, "cannot be recurring", Dummy("a", Operations("a", """name="start" interval="10s" """))),
        Defect(CibFindingCodes.NoFencingDevice, "no STONITH resources have been defined", Dummy("a"), options: ""),
        Defect(CibFindingCodes.NeedsFencing, "not valid when fencing is disabled", Dummy("a", Operations("a", """name="monitor" interval="10s" on-fail="fence" """))),
        Defect(CibFindingCodes.NamesItself, "Triggered fatal assertion", Dummy("a"), """<rsc_order id="o" first="a" then="a"/>"""),
        Defect(CibFindingCodes.InnerNamed, "is not a valid resource or tag", Clone("c", Dummy("a")), """<rsc_location id="l" rsc="a" node="ctl1" score="5"/>"""),
    ];

    [TestCaseSource(nameof(Defects))]
    public void Verify_DefectThatWeFind_IsSaidByTheToolToo(string code, string words, string resources, string constraints, string options)
    {
        var document = Document(resources, constraints, options);

        var (exit, text) = PacemakerTool.Verify(document);

        Assert.That(CrossChecker.Check(document).Select(finding => finding.Code), Is.EqualTo([code]));
        Assert.That(exit, Is.Not.Zero);
        Assert.That(text, Does.Contain(words));
    }

    [TestCase("", Watchdog)]
    [TestCase("""<primitive id="f" class="stonith" type="fence_x"/>""", "")]
    public void Verify_FencingThatIsThere_IsFineForBoth(string resources, string options)
    {
        var document = Document(resources + Dummy("a"), options: options);

        Assert.That(CrossChecker.Check(document), Is.Empty);
        Assert.That(PacemakerTool.Verify(document).Exit, Is.Zero);
    }

    [TestCaseSource(typeof(OrderCircles), nameof(OrderCircles.Circles))]
    public void Simulate_OrdersInACircle_CannotBeCarriedOut(string resources, string constraints, string more)
    {
        var (exit, text) = PacemakerTool.Simulate(Document(resources, constraints, more: more));

        // What waits for a promotion is not even planned.
        Assert.That(exit != 0 || text.Contains("(blocked)", StringComparison.Ordinal), text);
        Assert.That(text, Does.Contain("An invalid transition was produced").Or.Contain("(blocked)"));
    }

    [TestCaseSource(typeof(OrderCircles), nameof(OrderCircles.NoCircles))]
    public void Simulate_OrdersWithoutACircle_CanBeCarriedOut(string resources, string constraints, string more)
    {
        var (exit, text) = PacemakerTool.Simulate(Document(resources, constraints, more: more));

        Assert.That(exit, Is.Zero, text);
        Assert.That(text, Does.Not.Contain("(blocked)"));
    }

    private static TestCaseData Defect(string code, string words, string resources, string constraints = "", string options = FencingOff) =>
        new TestCaseData(code, words, resources, constraints, options).SetArgDisplayNames(code, words);
}
