using HaIac.Engine.Registering;

namespace HaIac.Engine.Tests.Registering;

[TestFixture]
internal sealed class PropertyPathTests
{
    [TestCase("a", "a")]
    [TestCase("a.b", "a|b")]
    [TestCase("a[0].b", "a|0|b")]
    [TestCase("a[\"key with .\"]", "a|key with .")]
    [TestCase("a[\"q\\\"q\"].b", "a|q\"q|b")]
    [TestCase("a[*].b", "a|*|b")]
    [TestCase("[\"x.y\"][2]", "x.y|2")]
    [TestCase("#initerror", "#initerror")]
    public void Parse_Path_GivesItsSegments(string text, string segments) =>
        Assert.That(string.Join('|', PropertyPath.Parse(text).Segments), Is.EqualTo(segments));

    [TestCase("a", "a.b", true)]
    [TestCase("a.b", "a", false)]
    [TestCase("a[*].b", "a[3].b.c", true)]
    [TestCase("*", "anything", true)]
    [TestCase("a", "ab", false)]
    public void Contains_OtherPath_SaysWhetherItIsThisOrBelow(string path, string other, bool expected) =>
        Assert.That(PropertyPath.Parse(path).Contains(PropertyPath.Parse(other)), Is.EqualTo(expected));
}
