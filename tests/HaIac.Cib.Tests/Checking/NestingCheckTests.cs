using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class NestingCheckTests
{
    [TestCase("""<group id="g"/>""", "group g holds no resource.")]
    [TestCase("""<clone id="g"/>""", "clone g holds no resource.")]
    [TestCase("""<bundle id="g"/>""", "bundle g names no container.")]
    [TestCase("""<bundle id="g"><podman image="x" replicas="3"/><network/><primitive id="p" class="ocf" provider="x" type="y"/></bundle>""", "bundle g holds p, but the cluster has no way to reach into the container.")]
    public void Check_WrongContent_SaysWhatIsMissing(string resource, string what)
    {
        var finding = Only(Document(resource));

        Assert.That((finding.Code, finding.Severity, finding.What), Is.EqualTo((CibFindingCodes.WrongContent, FindingSeverity.Error, what)));
    }

    [Test]
    public void Check_CloneOfTwo_NamesBoth()
    {
        var finding = Only(Document(Clone("c", Dummies("a", "b"))));

        Assert.That((finding.Code, finding.What), Is.EqualTo((CibFindingCodes.WrongContent, "clone c holds a, b.")));
    }

    [Test]
    public void Check_BundleInGroup_IsBadNesting()
    {
        var finding = Only(Document(Group("g", Dummy("a") + """<bundle id="b"><podman image="x" replicas="3"/></bundle>""")));

        Assert.That((finding.Code, finding.What), Is.EqualTo((CibFindingCodes.BadNesting, "bundle b stands in group g.")));
    }

    [TestCase("""<bundle id="b"><podman image="x" replicas="3"/></bundle>""")]
    [TestCase("""<bundle id="b"><docker image="x" replicas="3"/><network control-port="3121"/><primitive id="p" class="ocf" provider="x" type="y"/></bundle>""")]
    public void Check_BundleThatIsWhole_IsFine(string bundle) => FindsNothing(Document(bundle));
}
