using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Services;
using HaIac.Operating.TakingOver;
using HaIac.Transport.Nodes;

namespace HaIac.Operating.Scripts;

/// <summary>Puts scripts on all nodes that could run a service, and takes them away with their last user (rules B12, B13, C1-C3 of the requirements).</summary>
internal sealed class ScriptPlacer(INodeWorker worker)
{
    /// <summary>Puts scripts on nodes; what is there just so is not written again.</summary>
    /// <returns>What was written, a line each.</returns>
    /// <exception cref="FindingException">A node could not take a script. The message names all such nodes.</exception>
    public async Task<ValueList<string>> PutAsync(string service, IReadOnlyCollection<AgentScript> scripts, ValueList<NodeName> nodes, CancellationToken cancellationToken)
    {
        if (scripts.Count == 0)
        {
            return [];
        }

        var (done, failures) = await PerNode.RunAsync(nodes, async node =>
        {
            var lines = new List<string>();
            foreach (var script in scripts)
            {
                if (await worker.PutFileAsync(node, new(script.Path, script.Content) { Mode = script.Mode }, cancellationToken).ConfigureAwait(false))
                {
                    lines.Add($"{node}: {script.Path} written");
                }
            }

            return lines;
        }).ConfigureAwait(false);
        return failures.Count == 0 ? [.. done.SelectMany(lines => lines)] : throw new FindingException(new(FindingCode.ScriptFailed,
            $"{string.Join(", ", scripts)} could not be put on {string.Join(", ", failures.Select(failure => failure.Node))}:\n{string.Join("\n", failures)}", $"service {service}, property scripts",
            "A resource whose agent is missing on a node fails there for good, so nothing of it was brought into the cluster.", string.Join("\n", failures.Select(failure => failure.Cause.Mend).Distinct()))
        { Property = "scripts" });
    }

    /// <summary>The scripts that are not on every node just as they should be.</summary>
    public async Task<ValueList<AgentScript>> DriftAsync(IReadOnlyCollection<AgentScript> scripts, ValueList<NodeName> nodes, CancellationToken cancellationToken)
    {
        if (scripts.Count == 0)
        {
            return [];
        }

        var (found, failures) = await PerNode.RunAsync(nodes, node => worker.FilesAsync(node, [.. scripts.Select(script => script.Path)], cancellationToken)).ConfigureAwait(false);
        return failures.Count > 0 ? throw failures[0].Cause :
        [
            .. scripts.Where(script => found.SelectMany(files => files).Any(file => file.Path == script.Path
                && (!file.Exists || file.Mode != script.Mode || file.Checksum != new NodeFile(script.Path, script.Content).Checksum))),
        ];
    }

    /// <summary>Removes scripts that nothing in the cluster uses any more and whose content is still ours.</summary>
    /// <param name="scripts">The scripts.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="cib">The cluster's configuration without the service.</param>
    /// <param name="cancellationToken">Ends it between two files.</param>
    /// <returns>What stayed although nothing uses it, a line each.</returns>
    public async Task<ValueList<string>> RemoveAsync(IReadOnlyCollection<AgentScript> scripts, ValueList<NodeName> nodes, CibDocument cib, CancellationToken cancellationToken)
    {
        var used = cib.Resources.OfType<CibResource>().SelectMany(resource => resource.SelfAndInside()).OfType<CibPrimitive>().Select(primitive => primitive.Agent).OfType<AgentName>().ToHashSet();
        var unused = scripts.Where(script => AgentPaths.At(script.Path) is not { } agent || !used.Contains(agent)).ToList();
        if (unused.Count == 0)
        {
            return [];
        }

        var (kept, failures) = await PerNode.RunAsync(nodes, async node =>
        {
            var lines = new List<string>();
            foreach (var script in unused)
            {
                if (!await worker.RemoveFileAsync(node, script.Path, new NodeFile(script.Path, script.Content).Checksum, cancellationToken).ConfigureAwait(false))
                {
                    lines.Add($"{node}: {script.Path} was changed by somebody else and stays");
                }
            }

            return lines;
        }).ConfigureAwait(false);
        return [.. kept.SelectMany(lines => lines), .. failures.Select(failure => failure.ToString())];
    }
}
