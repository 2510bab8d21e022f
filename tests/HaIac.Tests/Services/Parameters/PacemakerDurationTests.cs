namespace HaIac.Tests.Services.Parameters;

[TestFixture]
public sealed class PacemakerDurationTests
{
    [TestCase("30", 30_000)]
    [TestCase("30s", 30_000)]
    [TestCase("500ms", 500)]
    [TestCase("2min", 120_000)]
    [TestCase("2 m", 120_000)]
    [TestCase("1h", 3_600_000)]
    [TestCase("PT1M30S", 90_000)]
    public void Read_OfADuration_IsItsMeaning(string text, int milliseconds) =>
        Assert.That(PacemakerDuration.Read(text), Is.EqualTo(TimeSpan.FromMilliseconds(milliseconds)));

    [TestCase("")]
    [TestCase("often")]
    [TestCase("20x")]
    [TestCase("P")]
    [TestCase("-5s")]
    [TestCase("99999999999999999999h")]
    public void Read_OfSomethingElse_IsNull(string text) =>
        Assert.That(PacemakerDuration.Read(text), Is.Null);
}
