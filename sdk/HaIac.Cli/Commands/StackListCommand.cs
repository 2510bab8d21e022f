using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using HaIac.Cli.Contexts;
using HaIac.Cli.Printing;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac stack ls</c>.</summary>
internal static class StackListCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var all = new Option<bool>("--all", "-a") { Description = "Stacks of all projects." };
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON." };
        var command = new Command("ls", "List stacks.") { all, json };
        command.Aliases.Add("list");
        command.SetAction(async (parsed, ct) =>
        {
            var context = ProjectContext.Load(global.HostOf(parsed, host));
            var entries = await EntriesAsync(context, parsed.GetValue(all), ct);
            if (parsed.GetValue(json))
                PrintJson(entries, context.Host);
            else
                PrintTable(entries, context.Host);
        });
        return command;
    }

    private static async Task<List<Entry>> EntriesAsync(ProjectContext context, bool all, CancellationToken ct)
    {
        var current = context.Selection.Get();
        var entries = new List<Entry>();
        foreach (var name in context.Backend.List(all ? null : context.Project.Name))
        {
            var latest = (await context.Opener.ReadMaskedAsync(name, ct)).Latest;
            entries.Add(new(all ? $"{name.Project}/{name.Stack}" : name.Stack, name == current, latest.Manifest?.Time, latest.Resources.Length));
        }

        return entries;
    }

    private static void PrintJson(List<Entry> entries, CliHost host)
    {
        var list = new JsonArray([.. entries.Select(entry => (JsonNode)new JsonObject
        {
            ["name"] = entry.Name,
            ["current"] = entry.IsCurrent,
            ["lastUpdate"] = entry.LastUpdate?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["resourceCount"] = entry.Resources,
        })]);
        host.Out.WriteLine(list.ToJsonString(JsonStyle.Indented));
    }

    private static void PrintTable(List<Entry> entries, CliHost host) =>
        TextTable.Print(
            host.Out,
            0,
            ["NAME", "LAST UPDATE", "RESOURCE COUNT"],
            [.. entries.Select(entry => (IReadOnlyList<string>)
            [
                entry.IsCurrent ? entry.Name + "*" : entry.Name,
                entry.LastUpdate is { } time ? Age(host.Clock.GetUtcNow() - time) : "n/a",
                entry.Resources.ToString(CultureInfo.InvariantCulture),
            ])]);

    private static string Age(TimeSpan age) => age.TotalSeconds switch
    {
        < 1 => "now",
        < 60 => Counted((int)age.TotalSeconds, "second"),
        < 3600 => Counted((int)age.TotalMinutes, "minute"),
        < 86400 => Counted((int)age.TotalHours, "hour"),
        _ => Counted((int)age.TotalDays, "day"),
    };

    private static string Counted(int count, string unit) => $"{count} {unit}{(count == 1 ? "" : "s")} ago";

    private sealed record Entry(string Name, bool IsCurrent, DateTimeOffset? LastUpdate, int Resources);
}
