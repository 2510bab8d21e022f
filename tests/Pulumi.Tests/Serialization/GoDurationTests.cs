namespace Pulumi.Tests.Serialization;

internal sealed class GoDurationTests
{
    [TestCase("0", 0)]
    [TestCase("90s", 90_000)]
    [TestCase("1h30m", 5_400_000)]
    [TestCase("1.5s", 1_500)]
    [TestCase("300000000000ns", 300_000)]
    [TestCase("-2ms", -2)]
    [TestCase("+1m", 60_000)]
    public void Parse_Duration_IsRead(string text, double milliseconds)
        => Assert.That(GoDuration.Parse(text).TotalMilliseconds, Is.EqualTo(milliseconds));

    [TestCase("")]
    [TestCase("5")]
    [TestCase("s")]
    [TestCase("5 minutes")]
    public void Parse_NoDuration_QuotesIt(string text)
        => Assert.That(() => GoDuration.Parse(text), Throws.InstanceOf<FormatException>().With.Message.Contains($"'{text}'"));
}
