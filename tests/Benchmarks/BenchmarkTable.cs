using System.Text;

namespace Benchmarks;

/// <summary>The results: ratios beside their targets, and what they were made of. Printed and kept as a Markdown file.</summary>
internal sealed class BenchmarkTable(string title)
{
    private readonly List<(string Row, string Measured, string Target, string Limit)> _rows = [];
    private readonly List<string> _notes = [];
    private readonly List<string> _broken = [];

    /// <summary>A ratio with the limit beyond which something is grossly wrong.</summary>
    /// <param name="row">What is compared.</param>
    /// <param name="ratio">The ratio.</param>
    /// <param name="atMost">Largest ratio allowed; null: none.</param>
    /// <param name="atLeast">Smallest ratio allowed; null: none.</param>
    /// <param name="target">The aim, which a busy host need not reach.</param>
    public void Add(string row, double ratio, double? atMost = null, double? atLeast = null, string target = "–")
    {
        var limit = (atMost, atLeast) switch
        {
            ({ } most, _) => $"≤ {most:0.##}",
            (_, { } least) => $"≥ {least:0.##}",
            _ => "–",
        };
        _rows.Add((row, $"{ratio:0.00}", target, limit));
        if (ratio > atMost || ratio < atLeast)
        {
            _broken.Add($"{row}: {ratio:0.00}, limit {limit}");
        }
    }

    /// <summary>Context, such as the seconds that ratios were made of.</summary>
    public void Note(string line) => _notes.Add(line);

    /// <summary>Prints and keeps the table, then fails if a limit was passed.</summary>
    /// <param name="file">Name of the file in <c>artifacts/benchmarks</c>.</param>
    public async Task FinishAsync(string file)
    {
        var text = new StringBuilder($"# {title}\n\n| Ratio, one run | Measured | Target | Limit |\n| --- | ---: | ---: | ---: |\n");
        foreach (var (row, measured, target, limit) in _rows)
        {
            text.Append($"| {row} | {measured} | {target} | {limit} |\n");
        }

        text.Append('\n');
        _notes.ForEach(note => text.Append($"- {note}\n"));
        await TestContext.Out.WriteLineAsync(text);
        var folder = Directory.CreateDirectory(Path.Combine(EndToEnd.Tests.Checkout.Root, "artifacts/benchmarks"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), text.ToString());
        Assert.That(_broken, Is.Empty, text.ToString());
    }
}
