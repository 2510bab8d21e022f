using HaIac.Cib.Findings;
using static HaIac.Cib.Tests.Checking.CheckedCibs;

namespace HaIac.Cib.Tests.Checking;

internal sealed class CloneCheckTests
{
    [Test]
    public void Check_NotifyOnTheChildOnly_SaysThatTheAgentIsNeverNotified()
    {
        var finding = Only(Document(Clone("c", Dummy("a", Meta("a", ("notify", "true"))))));

        Assert.That((finding.Code, finding.Severity, finding.Attribute), Is.EqualTo((CibFindingCodes.CloneOptionInside, FindingSeverity.Warning, "meta_attributes.notify")));
        Assert.That(finding.What, Is.EqualTo("primitive a has the clone option notify=true, its clone c has not."));
        Assert.That(finding.Why, Does.Contain("never notified"));
    }

    [TestCase("interleave", "true")]
    [TestCase("clone-max", "2")]
    [TestCase("globally-unique", "true")]
    public void Check_CloneOptionOfAGroupOrPrimitive_Warns(string name, string value)
    {
        var finding = Only(Document(Clone("c", Group("g", Dummy("a"), (name, value)))));

        Assert.That((finding.Code, finding.Subject?.Value), Is.EqualTo((CibFindingCodes.CloneOptionInside, "g")));
    }

    [Test]
    public void Check_CloneOptionWithoutAnyClone_Warns() =>
        Assert.That(Only(Document(Dummy("a", Meta("a", ("interleave", "true"))))).What, Is.EqualTo("primitive a has the clone option interleave=true, but is no clone."));

    [Test]
    public void Check_CloneOptionOnBothOrInABundle_IsFine() => FindsNothing(Document(
        Clone("c", Dummy("a", Meta("a", ("notify", "true"))), ("notify", "true"))
        + $"""<bundle id="b"><podman image="x" replicas="3"/><network control-port="3121"/>{Dummy("p", Meta("p", ("notify", "true")))}</bundle>"""));

    [TestCase("clone-node-max=2", "clone-node-max")]
    [TestCase("clone-min=3 clone-max=2", "clone-min")]
    [TestCase("promoted-max=2", "promoted-max")]
    [TestCase("promotable=true promoted-max=3 clone-max=2", "promoted-max")]
    [TestCase("promotable=true promoted-max=0", "promoted-max")]
    [TestCase("promotable=true promoted-node-max=0", "promoted-node-max")]
    public void Check_NumbersThatDoNotFit_Warn(string meta, string attribute)
    {
        var finding = Only(Document(Clone("c", Inner(meta), Pairs(meta))));

        Assert.That((finding.Code, finding.Severity, finding.Attribute), Is.EqualTo((CibFindingCodes.InstanceNumbers, FindingSeverity.Warning, $"meta_attributes.{attribute}")));
    }

    [TestCase("clone-node-max=2 globally-unique=true clone-max=4")]
    [TestCase("clone-min=1 clone-max=1")]
    [TestCase("promotable=true promoted-max=3 clone-max=3")]
    public void Check_NumbersThatFit_AreFine(string meta) => FindsNothing(Document(Clone("c", Inner(meta), Pairs(meta))));

    [Test]
    public void Check_BundleWithMorePromotedThanReplicas_Warns() =>
        Assert.That(Only(Document("""<bundle id="b"><podman image="x" replicas="1" promoted-max="3"/></bundle>""")).Code, Is.EqualTo(CibFindingCodes.InstanceNumbers));

    private static string Inner(string meta) => meta.Contains("promotable", StringComparison.Ordinal) ? Stateful("p") : Dummy("p");

    private static (string Name, string Value)[] Pairs(string text) => [.. text.Split(' ').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))];
}
