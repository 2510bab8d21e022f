using System.Globalization;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Provider.Shapes;
using HaIac.Transport.Agents;

namespace HaIac.Provider.Checking;

/// <summary>Compares primitives with what their agents, asked on the cluster, say about themselves.</summary>
internal static class AgentChecker
{
    /// <summary>Everything that does not fit; nothing about agents that could not be asked for.</summary>
    /// <param name="agents">The primitives of one resource.</param>
    /// <param name="catalog">The agents of the cluster.</param>
    /// <param name="cluster">The address of the cluster, for messages.</param>
    /// <param name="subject">The resource, for messages.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static async Task<IReadOnlyList<Finding>> CheckAsync(
        IReadOnlyList<DeclaredAgent> agents, AgentCatalog catalog, string cluster, string subject, CancellationToken cancellationToken)
    {
        var entries = await Task.WhenAll(agents.Select(agent => catalog.FindAsync(agent.Agent, cancellationToken))).ConfigureAwait(false);
        return [.. agents.Zip(entries).Where(pair => pair.Second.Known).SelectMany(pair => pair.Second.Metadata is { } metadata
            ? Compare(pair.First, metadata, subject)
            : [NotInstalled(pair.First, pair.Second.Near, cluster, subject)])];
    }

    private static IEnumerable<Finding> Compare(DeclaredAgent declared, AgentMetadata metadata, string subject)
    {
        if (declared.Promotable && !metadata.CanBePromoted)
        {
            yield return Report(FindingCode.CannotPromote, "agent", $"The clone is promotable, but {declared.Agent} has no promote action.",
                "Pacemaker reaches the Promoted role only through the agent's promote action.", "Use an agent that has it, or take promotable out.");
        }

        // systemd and lsb agents take no parameters of their own; Pacemaker's description of them says nothing about any.
        var given = declared.Fields.TryGetValue("parameters", out var value) ? value.TryGetMap(out var map) ? map : null : [];
        if (given is null)
        {
            yield break; // Known only after up.
        }

        var known = metadata.Parameters.Select(parameter => parameter.Name).ToList();
        foreach (var name in given.Keys.Where(name => !known.Contains(name, StringComparer.Ordinal) && !IsCommon(declared.Agent, name)).Order(StringComparer.Ordinal))
        {
            var near = NearestName.Find(name, known);
            yield return Report(FindingCode.UnknownParameter, PropertyPath.Key("parameters", name), $"\"{name}\" is no parameter of {declared.Agent}.",
                known.Count == 0 ? "It takes no parameters." : $"It takes {string.Join(", ", known)}.",
                near is null ? "Use one of these, or take it out." : $"Did you mean \"{near}\"?");
        }

        foreach (var parameter in metadata.Parameters.Where(parameter => parameter.Required && string.IsNullOrEmpty(parameter.Default) && !given.ContainsKey(parameter.Name)))
        {
            var about = parameter.ShortDescription.Length == 0 ? "" : $" ({parameter.ShortDescription})";
            yield return Report(FindingCode.MissingParameter, PropertyPath.Key("parameters", parameter.Name), $"Parameter \"{parameter.Name}\"{about} is not set.",
                $"{declared.Agent} cannot do without it.", $"Set parameters.{parameter.Name}.");
        }

        foreach (var parameter in metadata.Parameters.Where(parameter => given.ContainsKey(parameter.Name)))
        {
            var text = TextShape.AsText(given[parameter.Name]);
            if (text is not null && MeansItsType(parameter) && Expected(parameter.Type, text) is { } expected)
            {
                var quoted = given[parameter.Name].IsSecret ? "The secret value" : $"\"{text}\"";
                yield return Report(FindingCode.BadParameter, PropertyPath.Key("parameters", parameter.Name), $"{quoted} is not {expected}.",
                    $"{declared.Agent} says that {parameter.Name} is of type {parameter.Type}.", $"Write {expected}.");
            }
        }

        Finding Report(FindingCode code, string property, string what, string why, string mend)
        {
            // The property may be a path of its own, so it is put behind the object's and not into it.
            var path = declared.Path.Length == 0 ? property : $"{declared.Path}.{property}";
            return new(code, what, ShapeChecker.Where(subject, path), why, mend) { Property = path };
        }
    }

    private static Finding NotInstalled(DeclaredAgent declared, string? near, string cluster, string subject)
    {
        var path = PropertyPath.Key(declared.Path, "agent");
        return new(FindingCode.UnknownAgent, $"Agent {declared.Agent} is not known to the cluster.", $"{ShapeChecker.Where(subject, path)}; cluster {cluster}",
            declared.Agent.Standard == "systemd"
                ? "There is no such unit where the cluster was asked."
                : cluster.StartsWith("virtual:", StringComparison.Ordinal)
                    ? "A virtual cluster asks this host for agents, and there is no such agent here."
                    : "There is no such agent under the agent directory where the cluster was asked.",
            near is not null
                ? $"Did you mean {near}? If not, install {declared.Agent} on every node."
                : declared.Agent.Standard == "systemd"
                ? "Install the package with the unit on every node, or correct the name."
                : $"Install it on every node, or correct the name; crm_resource --list-agents {Family(declared.Agent)} lists what is there.") { Property = path };
    }

    private static string Family(AgentName agent) => agent.Provider is null ? agent.Standard : $"{agent.Standard}:{agent.Provider}";

    /// <summary>Parameters that Pacemaker itself reads, so that no agent lists them.</summary>
    /// <remarks>Source: Pacemaker Explained, Fencing, Special Options for Fencing Resources; OCF resource agent API, CRM_meta and OCF_CHECK_LEVEL.</remarks>
    private static bool IsCommon(AgentName agent, string name) =>
        name == "OCF_CHECK_LEVEL" || name == "trace_ra" || name == "trace_file" || (agent.Standard == "stonith"
            && (name.StartsWith("pcmk_", StringComparison.Ordinal) || name is "provides" or "stonith-timeout" or "priority" or "action"));

    /// <summary>
    /// Whether a type in the metadata can be believed: several agents call a port boolean, or a duration with a unit an integer, and their own default is neither.
    /// </summary>
    private static bool MeansItsType(AgentParameter parameter) => string.IsNullOrEmpty(parameter.Default) || Expected(parameter.Type, parameter.Default) is null;

    private static string? Expected(string type, string text) => type switch
    {
        "integer" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : "a whole number",
        "boolean" => CibBoolean.TryParse(text, out _, out _) ? null : "true or false",
        _ => null,
    };
}
