using System.Text;
using EndToEnd.Writers;

namespace EndToEnd.Tests.Writing;

/// <summary>The counts of a run with many writers, printed and kept as a Markdown file.</summary>
internal static class WritersTable
{
    public static async Task<string> PrintAsync(
        string title, string file, IReadOnlyList<PartyResult> parties, IReadOnlyList<WriteRecord> writes, IReadOnlyList<PatchTally> patches, StatusTraffic traffic)
    {
        var text = new StringBuilder($"# {title}\n\n");
        text.Append("| Party | Attempted | Succeeded | Refused rightly | Failed | Facts | Found | Missing | Doubled |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var p in parties)
        {
            text.Append($"| {p.Name} | {p.Attempted} | {p.Succeeded} | {p.RefusedRightly} | {p.Failed} | {p.Facts} | {p.Found} | {p.Wrong.Count} | {p.Doubled.Count} |\n");
        }

        var written = writes.Where(w => w.Outcome == WriteOutcome.Written).ToList();
        var seconds = writes.Select(w => w.Seconds).Order().ToList();
        text.Append($"""

            - Our writes: {written.Average(w => w.Attempts):0.00} attempts each, at most {written.Max(w => w.Attempts)}; {Distribution(written)}
            - Shared a patch with others: {written.Count(w => w.Callers > 1)} of {written.Count}, at most {written.Max(w => w.Callers)} in one
            - Patches: {patches.Sum(p => p.Sent)} sent, all pinned; {patches.Sum(p => p.LostRaces)} lost a race, {patches.Sum(p => p.DidNotFit)} did not fit the host, {patches.Sum(p => p.Refused)} were refused by the schema; connections lost: {patches.Sum(p => p.LostConnections)}
            - Time of one write: median {seconds[seconds.Count / 2]:0.00} s, 95th percentile {seconds[seconds.Count * 95 / 100]:0.00} s, longest {seconds[^1]:0.0} s
            - Meanwhile: {traffic.Configurations} changes of the configuration and at least {traffic.StatusUpdates} of the status in {traffic.Time.TotalSeconds:0} s

            """);
        foreach (var p in parties)
        {
            foreach (var line in p.Wrong.Concat(p.Doubled).Concat(p.Complaints).Take(30))
            {
                text.Append($"- {p.Name}: {line}\n");
            }
        }

        await TestContext.Out.WriteLineAsync(text);
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts/benchmarks"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), text.ToString());
        return text.ToString();
    }

    private static string Distribution(List<WriteRecord> written) =>
        string.Join(", ", written.GroupBy(w => w.Attempts).OrderBy(g => g.Key).Select(g => $"{g.Count()} with {g.Key}"));
}
