using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HaIac.Findings;
using Pulumi;

namespace HaIac;

/// <summary>Reads the scripts of a service and finds their places on the nodes.</summary>
internal sealed partial class ScriptComposer(ServiceArgs service, string? agent, Action<SdkFinding> report, Action<SdkFinding> warn)
{
    private const string DefaultRoot = "/usr/lib/ocf";

    public ImmutableArray<ScriptArgs> Compose() => [.. service.Scripts.Select(Compose).OfType<ScriptArgs>()];

    private ScriptArgs? Compose(AgentScript script)
    {
        var path = script.Path ?? AgentNames.ScriptPath(script.Agent ?? agent, service.AgentRoot ?? DefaultRoot);
        if (path is null)
        {
            report(SdkFinding.ScriptWithoutPath(service.EffectiveName, script.Agent ?? agent));
        }

        var content = Content(script);
        return path is null || content is null ? null : new ScriptArgs { Path = path, Content = content, Mode = WireText.Of(script.Mode) };
    }

    private Input<string>? Content(AgentScript script)
    {
        (string Name, bool Given)[] sources = [("Template", script.Template is not null), ("File", script.File is not null), ("Text", script.Text is not null)];
        var given = sources.Where(s => s.Given).Select(s => s.Name).ToArray();
        if (given.Length > 1)
        {
            warn(SdkFinding.SeveralScriptSources(service.EffectiveName, given));
        }

        switch (given)
        {
            case ["Template", ..]:
                return Read(script.Template!) is { } template ? Fill(script, template) : null;
            case ["File", ..]:
                return Read(script.File!) is { } text ? text : (Input<string>?)null;
            case ["Text", ..]:
                return script.Text;
            default:
                report(SdkFinding.ScriptWithoutContent(service.EffectiveName));
                return null;
        }
    }

    private string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report(SdkFinding.UnreadableScript(service.EffectiveName, path, e.Message));
            return null;
        }
    }

    private Input<string>? Fill(AgentScript script, string template)
    {
        var places = Place().Matches(template).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var missing = places.Except(script.Values.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var unused = script.Values.Keys.Except(places, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        if (!missing.IsEmpty || !unused.IsEmpty)
        {
            report(SdkFinding.TemplateMismatch(service.EffectiveName, script.Template!, missing, unused));
            return null;
        }

        var names = script.Values.Keys.Order(StringComparer.Ordinal).ToArray();
        return Output.All(names.Select(n => script.Values[n])).Apply(values => Place().Replace(
            template, match => values[Array.IndexOf(names, match.Groups[1].Value)]));
    }

    [GeneratedRegex(@"\{\{\s*([A-Za-z_][A-Za-z0-9_.-]*)\s*\}\}")]
    private static partial Regex Place();
}
