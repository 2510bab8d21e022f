using HaIac.CommandProvider.Running;

namespace HaIac.CommandProvider.Tests.Local;

/// <summary>File patterns, by the rules of the published plugin.</summary>
[TestFixture]
internal sealed class GlobTests
{
    [TestCase("*.txt", "a.txt", true)]
    [TestCase("*.txt", "b/a.txt", false)]
    [TestCase("**.txt", "b/c/a.txt", true)]
    [TestCase("assets/**", "assets/logos/logo.svg", true)]
    [TestCase("assets/**", "assets", false)]
    [TestCase("src/**.js", "src/index.js", true)]
    [TestCase("**secret.*", "src/secret.js", true)]
    [TestCase("?.txt", "a.txt", true)]
    [TestCase("?.txt", "/.txt", false)]
    [TestCase("[a-c].txt", "b.txt", true)]
    [TestCase("[a-c].txt", "d.txt", false)]
    [TestCase("[!a-c].txt", "d.txt", true)]
    [TestCase("[abc]x", "bx", true)]
    [TestCase("{a,b*}.txt", "bcd.txt", true)]
    [TestCase("{a,b*}.txt", "c.txt", false)]
    [TestCase(@"\*.txt", "*.txt", true)]
    [TestCase(@"\*.txt", "a.txt", false)]
    [TestCase("a.txt", "aXtxt", false)]
    [TestCase("a+b(c)$", "a+b(c)$", true)]
    public void IsMatch_Pattern_FollowsTheRules(string pattern, string path, bool matches)
    {
        Assert.That(GlobPattern.TryParse(pattern, out var glob), Is.True);
        Assert.That(glob!.IsMatch(path), Is.EqualTo(matches));
    }

    [TestCase("[a")]
    [TestCase("a]")]
    [TestCase("{a")]
    [TestCase("a}")]
    [TestCase("[]")]
    [TestCase("[z-a]")]
    public void TryParse_WithoutCounterpart_IsRefused(string pattern) => Assert.That(GlobPattern.TryParse(pattern, out _), Is.False);

    [Test]
    public void TryParse_ExclamationMark_Excludes()
    {
        GlobPattern.TryParse("!**secret.*", out var glob);

        Assert.That((glob!.Excludes, glob.IsMatch("src/secret.js")), Is.EqualTo((true, true)));
    }
}
