using HaIac.Cib.Constraints;
using HaIac.Cib.Findings;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Tests.Values;

internal sealed class ValueTests
{
    [TestCase("vip")]
    [TestCase("_vip.1-a")]
    [TestCase("éclair")]
    [TestCase("a\U00010000")]
    public void CibId_XmlName_IsAccepted(string text) => Assert.That(CibId.Parse(text).Value, Is.EqualTo(text));

    [TestCase("my vip", "a space at position 3 is not allowed in an id")]
    [TestCase("vip:1", "':' at position 4 is not allowed in an id")]
    [TestCase("1vip", "must start with a letter or an underscore, not with '1'")]
    [TestCase("-vip", "must start with a letter or an underscore, not with '-'")]
    [TestCase("a\u0001", "U+0001 at position 2 is not allowed in an id")]
    [TestCase("", "at least one character")]
    [TestCase(null, "at least one character")]
    public void CibId_NoXmlName_SaysWhichCharacter(string? text, string expected) => Refused(() => CibId.Parse(text), CibFindingCodes.BadId, expected);

    [TestCase("INFINITY", 1_000_000)]
    [TestCase("+INFINITY", 1_000_000)]
    [TestCase("-INFINITY", -1_000_000)]
    [TestCase("0", 0)]
    [TestCase("+17", 17)]
    [TestCase("-17", -17)]
    [TestCase("1000001", 1_000_000)]
    [TestCase("-99999999999999999999999", -1_000_000)]
    [Property("Requirement", "M2")]
    public void Score_Spellings_AreReadAndClamped(string text, int expected) => Assert.That(Score.Parse(text).Value, Is.EqualTo(expected));

    [TestCase(1_000_000, "INFINITY")]
    [TestCase(-2_000_000, "-INFINITY")]
    [TestCase(5, "5")]
    public void Score_Number_IsWrittenAsPacemakerDoes(int number, string expected) => Assert.That(Score.Of(number).ToString(), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("12x")]
    [TestCase("1.5")]
    [TestCase("infinity")]
    [TestCase("+")]
    [TestCase(null)]
    public void Score_AnythingElse_IsRefused(string? text) => Refused(() => Score.Parse(text), CibFindingCodes.BadScore, "whole number");

    [TestCase("20", 20_000)]
    [TestCase("20s", 20_000)]
    [TestCase("20 sec", 20_000)]
    [TestCase(" 20s ", 20_000)]
    [TestCase("20S", 20_000)]
    [TestCase("500ms", 500)]
    [TestCase("500msec", 500)]
    [TestCase("2000us", 2)]
    [TestCase("2000usec", 2)]
    [TestCase("1m", 60_000)]
    [TestCase("1min", 60_000)]
    [TestCase("2h", 7_200_000)]
    [TestCase("2hr", 7_200_000)]
    [TestCase("PT1M", 60_000)]
    [TestCase("PT1H30S", 3_630_000)]
    [TestCase("P1DT1S", 86_401_000)]
    [TestCase("P1W", 604_800_000)]
    [TestCase("P10S", 10_000)]
    [TestCase("P2H10S", 7_210_000)]
    [TestCase("P1M", 2_592_000_000)]
    [TestCase("P1MT1M", 2_592_060_000)]
    [TestCase("0", 0)]
    public void CibDuration_Spellings_AreRead(string text, long milliseconds) => Assert.That(CibDuration.Parse(text).Value.TotalMilliseconds, Is.EqualTo(milliseconds));

    [TestCase("20x")]
    [TestCase("-20s")]
    [TestCase("1.5s")]
    [TestCase("s")]
    [TestCase("P")]
    [TestCase("PT")]
    [TestCase("P1DT")]
    [TestCase("P1Y")]
    [TestCase("P1M1M")]
    [TestCase("20s\n30s")]
    [TestCase("999999999999999999h")]
    [TestCase("99999999999999999999")]
    [TestCase("PT999999999999999999S")]
    [TestCase("")]
    [TestCase(null)]
    public void CibDuration_AnythingElse_ListsTheAcceptedSpellings(string? text) =>
        Refused(() => CibDuration.Parse(text), CibFindingCodes.BadDuration, "20s or 20sec (seconds), 500ms or 500msec");

    [Test]
    [Property("Correction", "M6")]
    public void CibDuration_EqualLength_IsEqualAndKeepsItsText()
    {
        var (one, other) = (CibDuration.Parse("60"), CibDuration.Parse("1min"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one, Is.EqualTo(other));
            Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
            Assert.That((one.ToString(), other.ToString()), Is.EqualTo(("60", "1min")));
            Assert.That(default(CibDuration), Is.EqualTo(CibDuration.Zero));
            Assert.That(CibDuration.Of(TimeSpan.FromMilliseconds(1500)).ToString(), Is.EqualTo("1500ms"));
            Assert.That(CibDuration.Of(TimeSpan.FromMinutes(2)).ToString(), Is.EqualTo("120s"));
        }
    }

    [TestCase("true", true)]
    [TestCase("YES", true)]
    [TestCase("on", true)]
    [TestCase("y", true)]
    [TestCase("1", true)]
    [TestCase("False", false)]
    [TestCase("no", false)]
    [TestCase("off", false)]
    [TestCase("n", false)]
    [TestCase("0", false)]
    public void CibBoolean_Spellings_AreRead(string text, bool expected) => Assert.That(CibBoolean.Parse(text), Is.EqualTo(expected));

    [Test]
    public void CibBoolean_AnythingElse_IsRefused() => Refused(() => CibBoolean.Parse("maybe"), CibFindingCodes.BadBoolean, "\"maybe\": expected one of true");

    [TestCase("Master", ResourceRole.Promoted)]
    [TestCase("promoted", ResourceRole.Promoted)]
    [TestCase("Slave", ResourceRole.Unpromoted)]
    [TestCase("Unpromoted", ResourceRole.Unpromoted)]
    [TestCase("Started", ResourceRole.Started)]
    [TestCase("Stopped", ResourceRole.Stopped)]
    [Property("Requirement", "M2")]
    public void ResourceRoles_OldAndNewWords_AreRead(string text, ResourceRole expected) => Assert.That(ResourceRoles.Parse(text), Is.EqualTo(expected));

    [Test]
    public void ResourceRoles_AnythingElse_IsRefused() => Refused(() => ResourceRoles.Parse("Boss"), CibFindingCodes.BadRole, "old word: Master");

    [TestCase("ocf:heartbeat:IPaddr2", "ocf", "heartbeat", "IPaddr2")]
    [TestCase("systemd:haproxy", "systemd", null, "haproxy")]
    [TestCase("systemd:a@b:c", "systemd", null, "a@b:c")]
    [TestCase("stonith:fence_xvm", "stonith", null, "fence_xvm")]
    public void AgentName_Parts_AreRead(string text, string standard, string? provider, string type)
    {
        var name = AgentName.Parse(text);

        Assert.That((name.Standard, name.Provider, name.Type, name.ToString()), Is.EqualTo((standard, provider, type, text)));
    }

    [TestCase("", "missing")]
    [TestCase("IPaddr2", "'IPaddr2' is no standard of agents; expected ocf")]
    [TestCase("ocf:IPaddr2", "three parts")]
    [TestCase("ocf:heartbeat:", "three parts")]
    [TestCase("ocf:a:b:c", "three parts")]
    [TestCase("systemd:", "two parts")]
    [TestCase("lsb:a:b", "two parts")]
    [TestCase("systemd:a b", "white space")]
    [TestCase("ocf:../x:y", "'/'")]
    [Property("Correction", "B6")]
    public void AgentName_MissingOrUnknownPart_IsRefused(string text, string expected) => Refused(() => AgentName.Parse(text), CibFindingCodes.BadAgent, expected);

    [TestCase("")]
    [TestCase("ctl 1")]
    [TestCase("ctl\t1")]
    public void NodeName_Empty_OrWhiteSpace_IsRefused(string text) => Refused(() => NodeName.Parse(text), CibFindingCodes.BadNodeName, "a node name");

    [Test]
    public void NodeName_Case_DoesNotCount() => Assert.That(NodeName.Parse("CTL1"), Is.EqualTo(NodeName.Parse("ctl1")));

    [TestCase("mandatory", OrderKind.Mandatory)]
    [TestCase("Serialize", OrderKind.Serialize)]
    public void CibWord_OrderKind_IsRead(string text, OrderKind expected) => Assert.That(CibWord.Parse<OrderKind>(text), Is.EqualTo(expected));

    [Test]
    public void CibWord_Format_IsTheSpellingOfTheCib()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CibWord.Format(FailureAction.RestartContainer), Is.EqualTo("restart-container"));
            Assert.That(CibWord.Format(OrderKind.Mandatory), Is.EqualTo("Mandatory"));
            Assert.That(CibWord.Format(OrderAction.Promote), Is.EqualTo("promote"));
        }
    }

    [Test]
    public void CibWord_AnythingElse_ListsTheAcceptedWords() =>
        Refused(() => CibWord.Parse<ResourceDiscovery>("maybe"), CibFindingCodes.BadWord, "\"maybe\": expected one of always, never, exclusive");

    [Test]
    public void Parse_LongText_IsQuotedInPart() => Refused(() => CibDuration.Parse(new string('x', 500)), CibFindingCodes.BadDuration, new string('x', 80) + "...\"");

    private static void Refused(Action parse, string code, string reason)
    {
        var fault = Assert.Throws<CibException>(parse)!;
        Assert.That(fault.Code, Is.EqualTo(code));
        Assert.That(fault.Message, Does.Contain(reason));
    }
}
