using HaIac.Engine.Monitoring;
using HaIac.Engine.Plugins;

namespace HaIac.Engine.Tests.Monitoring;

internal sealed class VersionRangeTests
{
    [TestCase(">=3.0.0", true)]
    [TestCase(">= 3.0.0", true)]
    [TestCase(">3.259.0", false)]
    [TestCase("<=3.259.0", true)]
    [TestCase("<3.259.0", false)]
    [TestCase(">=3.1.0 <4.0.0", true)]
    [TestCase(">=3.1.0 <3.200.0", false)]
    [TestCase("<3.0.0 || >=3.200.0", true)]
    [TestCase("<3.0.0||>=4.0.0", false)]
    [TestCase("3.259.0", true)]
    [TestCase("=3.259.0", true)]
    [TestCase("!3.259.0", false)]
    [TestCase("!=3.258.0", true)]
    [TestCase("3.x", true)]
    [TestCase("3.259.x", true)]
    [TestCase("3.258.*", false)]
    [TestCase(">3.x", false)]
    [TestCase(">=3.259.0-alpha.1", true)]
    [TestCase("v3.259.0", true)]
    public void Contains_Version3259_IsAsTheRangeSays(string range, bool expected) =>
        Assert.That(VersionRange.Parse(range).Contains(PluginVersion.Parse("3.259.0")), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase(">=3.0.0 ||")]
    [TestCase("latest")]
    [TestCase("~>3.0")]
    public void Parse_NoRange_IsRefusedWithTheText(string range) =>
        Assert.That(() => VersionRange.Parse(range), Throws.TypeOf<FormatException>().With.Message.Contains($"\"{range}\""));
}
