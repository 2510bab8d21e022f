using HaIac.Cib.Checking;
using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class OperationCheckTests
{
    [TestCase("10s", "10s", """role="Stopped" """, "a has two operations monitor with the interval 10s, for role (none) and Stopped.")]
    [TestCase("60", "1min", "", "a has two operations monitor with the interval 1min (written 60 and 1min).")]
    [TestCase("60s", "PT1M", "", "a has two operations monitor with the interval PT1M (written 60s and PT1M).")]
    public void Check_MonitorsThatTheClusterCannotTellApart_SayWhatDoesNotCount(string first, string second, string more, string what)
    {
        var finding = Only(Document(Dummy("a", Operations("a", $"""name="monitor" interval="{first}" """, $"""name="monitor" interval="{second}" {more}"""))));

        Assert.That((finding.Code, finding.Severity, finding.What), Is.EqualTo((CibFindingCodes.OperationCollision, FindingSeverity.Error, what)));
    }

    [Test]
    [Property("Requirement", "M4")]
    public void Check_SameIntervalForTwoCheckLevels_NamesTheLevels()
    {
        var level = """<instance_attributes id="i"><nvpair id="n" name="OCF_CHECK_LEVEL" value="10"/></instance_attributes>""";

        var finding = Only(Document(Dummy("a", $"""<operations><op id="o1" name="monitor" interval="10s"/><op id="o2" name="monitor" interval="10s">{level}</op></operations>""")));

        Assert.That(finding.What, Does.EndWith("for OCF_CHECK_LEVEL (none) and 10."));
    }

    [Test]
    public void Check_TwoStarts_AreAWarning() =>
        Assert.That(Only(Document(Dummy("a", Operations("a", """name="start" interval="0" """, """name="start" interval="0s" """)))).Severity, Is.EqualTo(FindingSeverity.Warning));

    [TestCase("start")]
    [TestCase("stop")]
    [TestCase("promote")]
    public void Check_IntervalOfWhatHappensOnce_NeverRecurs(string name)
    {
        var finding = Only(Document(Dummy("a", Operations("a", $"""name="{name}" interval="10s" """))));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.NeverRecurs, FindingSeverity.Warning)));
    }

    [TestCase("0")]
    [TestCase("0s")]
    [TestCase("PT0S")]
    public void Check_TimeoutOfZero_IsNoLimit(string timeout)
    {
        var finding = Only(Document(Dummy("a", Operations("a", $"""name="monitor" interval="10s" timeout="{timeout}" """))));

        Assert.That((finding.Code, finding.Attribute), Is.EqualTo((CibFindingCodes.NoTimeLimit, "operations[monitor].timeout")));
    }

    [TestCase("interval")]
    [TestCase("timeout")]
    public void Check_TimeThatCannotBeRead_IsAnError(string attribute)
    {
        var times = attribute == "interval" ? """interval="ten" """ : """interval="10s" timeout="ten" """;

        var finding = Only(Document(Dummy("a", Operations("a", $"""name="monitor" {times}"""))));

        Assert.That((finding.Code, finding.Severity, finding.Attribute), Is.EqualTo((CibFindingCodes.BadDuration, FindingSeverity.Error, $"operations[monitor].{attribute}")));
    }

    [Test]
    public void Check_OnlyMonitorHasTheIntervalZero_IsNotMonitored()
    {
        var finding = Only(Document(Dummy("a", Operations("a", """name="monitor" interval="0" timeout="20s" """))));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.OnlyProbed, FindingSeverity.Warning)));
    }

    [TestCase("""name="monitor" interval="0" timeout="20s" """, """name="monitor" interval="10s" """)]
    [TestCase("""name="start" interval="0" timeout="20s" """, """name="stop" interval="0" timeout="20s" """)]
    [TestCase("""name="monitor" interval="10s" """, """name="monitor" interval="11s" role="Stopped" """)]
    public void Check_OperationsThatMakeSense_AreFine(string one, string other) => FindsNothing(Document(Dummy("a", Operations("a", one, other))));

    [TestCase("""name="stop" interval="0" on-fail="stop" """)]
    [TestCase("""name="start" interval="0" on-fail="demote" """)]
    [TestCase("""name="monitor" interval="10s" on-fail="demote" """)]
    public void Check_AnswerToAFailureThatIsNotAllowed_Warns(string op)
    {
        var finding = Only(Document(Dummy("a", Operations("a", op))));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.BadOptionValue, FindingSeverity.Warning)));
    }

    [Test]
    public void Check_DemoteAfterAFailureOfThePromotedInstance_IsFine() =>
        Assert.That(
            CrossChecker.Check(Document(Promotable("c", Dummy("a", Operations("a", """name="monitor" interval="10s" role="Promoted" on-fail="demote" """, """name="promote" interval="0" on-fail="demote" """))))),
            Is.Empty);
}
