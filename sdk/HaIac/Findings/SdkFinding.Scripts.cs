using System.Collections.Immutable;

namespace HaIac.Findings;

/// <content>Agent scripts that cannot be put on nodes.</content>
public sealed partial record SdkFinding
{
    internal static SdkFinding ScriptWithoutPath(string service, string? agent) => new(
        "HAI1121",
        "Script without a place",
        agent is null ? "It is not known which agent the script implements." : $"Agent \"{agent}\" has no script of its own.",
        Scripts(service),
        "A script goes to ROOT/resource.d/PROVIDER/TYPE of its OCF agent.",
        "Set Agent to ocf:PROVIDER:TYPE, or Path.");

    internal static SdkFinding ScriptWithoutContent(string service) => new(
        "HAI1122",
        "Script without content",
        "A script has neither Text nor File nor Template.",
        Scripts(service),
        "An empty file is no agent.",
        "Use AgentScript.FromFile, FromText or FromTemplate.");

    internal static SdkFinding UnreadableScript(string service, string path, string reason) => new(
        "HAI1123",
        "Script cannot be read",
        $"\"{path}\": {reason}",
        Scripts(service),
        "The program reads its scripts, relative to its own folder.",
        "Correct the path, or put the file there.");

    internal static SdkFinding TemplateMismatch(string service, string path, ImmutableArray<string> missing, ImmutableArray<string> unused) => new(
        "HAI1124",
        "Template and values do not fit",
        string.Join(' ', new[] { missing.IsEmpty ? "" : $"No value for: {string.Join(", ", missing)}.", unused.IsEmpty ? "" : $"No place for: {string.Join(", ", unused)}." }.Where(t => t.Length > 0)),
        $"{Scripts(service)}; template \"{path}\"",
        "A misspelt name would leave an empty word in a script that runs as root.",
        "Give each place {{name}} a value in Values, and each value a place.");

    internal static SdkFinding SeveralScriptSources(string service, IReadOnlyList<string> given) => new(
        "HAI1125",
        "Several contents for one script",
        $"{string.Join(" and ", given)} are given; {given[0]} is used.",
        Scripts(service),
        "A script has one content. The template wins over the file, and the file over the text.",
        $"Take out {string.Join(" and ", given.Skip(1))}.");

    private static string Scripts(string service) => $"haiac:services:Service \"{service}\", property Scripts";
}
