using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class ColocationCheckTests
{
    private const string Apart = """score="-INFINITY" """;

    [Test]
    public void Check_CircleOfMandatoryColocations_NamesIt()
    {
        var finding = Only(Document(Dummies("a", "b", "c"), Colocation("k1", "a", "b") + Colocation("k2", "b", "c") + Colocation("k3", "c", "a")));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.ColocationLoop, FindingSeverity.Warning)));
        Assert.That(finding.What, Is.EqualTo("a must run with b (k1), that with c (k2), that with a (k3)."));
    }

    [Test]
    public void Check_CircleThroughAGroupAndASet_IsFound()
    {
        var sets = """<rsc_colocation id="k1" score="INFINITY"><resource_set id="s"><resource_ref id="x"/><resource_ref id="a"/></resource_set></rsc_colocation>""";

        var finding = Only(Document(Group("g", Dummies("a", "b")) + Dummy("x"), sets + Colocation("k2", "x", "b")));

        Assert.That(finding.Code, Is.EqualTo(CibFindingCodes.ColocationLoop));
    }

    [TestCase("""score="100" """)]
    [TestCase("""score="INFINITY" with-rsc-role="Promoted" """)]
    public void Check_CircleThatIsNotMandatoryOrOfRoles_IsFine(string more) =>
        FindsNothing(Document(Dummy("a") + Promotable("b", Stateful("p")), Colocation("k1", "a", "b", more) + Colocation("k2", "b", "a")));

    [Test]
    public void Check_TogetherAndApart_IsAnError()
    {
        var finding = Only(Document(Dummies("a", "b"), Colocation("k1", "a", "b") + Colocation("k2", "a", "b", Apart)));

        Assert.That((finding.Code, finding.Severity, finding.Subject?.Value), Is.EqualTo((CibFindingCodes.Contradiction, FindingSeverity.Error, "k2")));
        Assert.That(finding.What, Is.EqualTo("k2 keeps a away from b, k1 demands that both run together."));
    }

    [Test]
    public void Check_ApartWhatOthersTieTogether_WarnsAndNamesTheWay()
    {
        var finding = Only(Document(Dummies("a", "b", "c"), Colocation("k1", "a", "b") + Colocation("k2", "c", "b") + Colocation("k3", "a", "c", Apart)));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.Contradiction, FindingSeverity.Warning)));
        Assert.That(finding.What, Is.EqualTo("k3 keeps a away from c, but k1, k2 tie both to one node."));
    }

    [Test]
    public void Check_WithOneRoleApartFromTheOther_IsFine() => FindsNothing(Document(
        Dummy("a") + Promotable("b", Stateful("p")),
        Colocation("k1", "a", "b", """score="INFINITY" with-rsc-role="Promoted" """) + Colocation("k2", "a", "b", """score="-INFINITY" with-rsc-role="Unpromoted" """)));

    [Test]
    public void Check_ClonesApartFromWhatRunsElsewhere_IsFine() => FindsNothing(Document(
        Dummies("a", "b") + Clone("c", Dummy("x")),
        Colocation("k1", "a", "c") + Colocation("k2", "b", "c") + Colocation("k3", "a", "b", Apart)));

    [Test]
    public void Check_ColocationWithItself_Warns()
    {
        var finding = Only(Document(Dummy("a"), Colocation("k", "a", "a")));

        Assert.That((finding.Code, finding.Severity), Is.EqualTo((CibFindingCodes.NamesItself, FindingSeverity.Warning)));
    }
}
