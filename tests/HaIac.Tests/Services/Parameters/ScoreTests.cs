namespace HaIac.Tests.Services.Parameters;

[TestFixture]
public sealed class ScoreTests
{
    [TestCase("100", "100")]
    [TestCase("-5", "-5")]
    [TestCase("INFINITY", "INFINITY")]
    [TestCase("+INFINITY", "INFINITY")]
    [TestCase("-INFINITY", "-INFINITY")]
    [TestCase("2000000", "INFINITY")]
    public void TryParse_OfAScore_IsItInPacemakersSpelling(string text, string spelled)
    {
        Assert.That(Score.TryParse(text, out var score), Is.True);
        Assert.That(score.ToString(), Is.EqualTo(spelled));
    }

    [TestCase("")]
    [TestCase("much")]
    [TestCase("1.5")]
    public void TryParse_OfSomethingElse_IsFalse(string text) =>
        Assert.That(Score.TryParse(text, out _), Is.False);
}
