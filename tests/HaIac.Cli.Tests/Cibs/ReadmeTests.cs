namespace HaIac.Cli.Tests.Cibs;

/// <summary>Runs what the READMEs show of <c>haiac cib</c>, on the example files, and compares what is printed.</summary>
public sealed class ReadmeTests
{
    [TestCase("sdk/HaIac.Cli/README.md", 4)]
    [TestCase("README.md", 1)]
    public async Task Readme_EveryExample_PrintsWhatItShows(string readme, int examples)
    {
        using var folder = new CibFolder();
        var found = Examples(File.ReadAllLines(Path.Combine(Repository(), readme))).ToList();

        Assert.That(found, Has.Count.EqualTo(examples));
        foreach (var (command, output) in found)
            Assert.That(await RunAsync(folder, command), Is.EqualTo(output), command);
    }

    /// <summary>The little of a shell that the examples use: pipes, <c>&amp;&amp; echo</c> and <c>tail -n 1</c>.</summary>
    private static async Task<string> RunAsync(CibFolder folder, string command)
    {
        var text = "";
        var (line, echo) = command.Split(" && echo ") is [var first, var said] ? (first, said) : (command, null);
        foreach (var part in line.Split(" | "))
        {
            if (part == "tail -n 1")
            {
                text = text.TrimEnd('\n').Split('\n')[^1] + "\n";
                continue;
            }

            var words = part.Split(' ');
            Assert.That(words[..2], Is.EqualTo(new[] { "haiac", "cib" }), part);
            var result = await folder.PipeAsync(text, words[2..]);
            Assert.That(result.Error, Is.Empty, part);
            Assert.That(result.Exit, echo is null ? Is.AnyOf(0, 1) : Is.Zero, part);
            text = result.Out;
        }

        return echo is null ? text : text + echo + "\n";
    }

    /// <summary>Indented lines that begin with a command of cib, each with the indented or empty lines behind it.</summary>
    private static IEnumerable<(string Command, string Output)> Examples(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("    $ haiac cib ", StringComparison.Ordinal))
                continue;
            var output = lines.Skip(i + 1).TakeWhile(line => line.Length == 0 || (line.StartsWith("    ", StringComparison.Ordinal) && !line.StartsWith("    $ ", StringComparison.Ordinal)));
            yield return (lines[i][6..], string.Join('\n', output.Select(line => line.Length == 0 ? "" : line[4..])).TrimEnd('\n') + "\n");
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HaIac.sln")))
            folder = folder.Parent;
        if (folder is null)
            Assert.Ignore("needs the sources of the tests");
        return folder!.FullName;
    }
}
