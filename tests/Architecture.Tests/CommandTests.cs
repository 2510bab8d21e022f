using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// Which programs the product runs on a cluster. The original ran one command of crmsh per object, and later pcs; neither is there on every distribution, and
/// both overrule the cluster's validation when they are told to.
/// </summary>
[TestFixture]
public sealed partial class CommandTests
{
    // What HaIac.Transport may name as a program of the cluster: Pacemaker's base tools and the init systems'.
    private static readonly string[] ClusterShells = ["pcs", "pcsd", "crm", "crmsh", "hb_gui", "hawk"];

    private static IEnumerable<(string File, string Line)> Lines =>
        from file in Repository.SourceFiles("*.cs")
        where file.StartsWith("provider/", StringComparison.Ordinal) || file.StartsWith("sdk/HaIac", StringComparison.Ordinal)
        from line in File.ReadLines(Path.Combine(Repository.Root, file))
        where !line.AsSpan().TrimStart().StartsWith("//")
        select (file, line);

    private static IEnumerable<(string File, string Line)> ShippedScripts =>
        from file in Repository.SourceFiles("*")
        where file.StartsWith("provider/ocf/", StringComparison.Ordinal) && !file.EndsWith(".md", StringComparison.Ordinal)
        from line in File.ReadLines(Path.Combine(Repository.Root, file))
        where !line.AsSpan().TrimStart().StartsWith("#")
        select (file, line);

    [Test]
    [Property("Requirement", "N1")]
    public void Product_Never_RunsAClusterShell()
    {
        var named = Lines.Where(l => Texts().Matches(l.Line).Any(m => IsShellCommand(m.Groups[1].Value)))
            .Concat(ShippedScripts.Where(l => Words().Matches(l.Line).Any(m => ClusterShells.Contains(m.Value, StringComparer.Ordinal))))
            .Select(l => $"{l.File}: {l.Line.Trim()}");

        Assert.That(named, Is.Empty);
    }

    [Test]
    [Property("Correction", "N4")]
    public void ClusterTools_Never_AreForced()
    {
        var forced = Lines.Where(l => l.File.StartsWith("provider/", StringComparison.Ordinal) && Forcing().IsMatch(l.Line)).Select(l => $"{l.File}: {l.Line.Trim()}");

        Assert.That(forced, Is.Empty);
    }

    [TestCase("\"pcs\"", true)]
    [TestCase("\"crm configure show\"", true)]
    [TestCase("\"crm_resource\"", false)]
    [TestCase("\"ids as pcs gives them\"", false)]
    public void IsShellCommand_OfATextInASource_TellsCommandsFromWords(string line, bool expected)
    {
        Assert.That(Texts().Matches(line).Any(m => IsShellCommand(m.Groups[1].Value)), Is.EqualTo(expected));
    }

    /// <summary>A text that is, or begins with, the name of a shell: that is how a program is named.</summary>
    private static bool IsShellCommand(string text) => ClusterShells.Contains(text.Split(' ')[0].Split('/')[^1], StringComparer.Ordinal);

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Texts();

    [GeneratedRegex(@"[A-Za-z_][\w-]*")]
    private static partial Regex Words();

    [GeneratedRegex("\"--force\"|\"-f\"| --force[ \"]|CIB_force|skip-validation")]
    private static partial Regex Forcing();
}
