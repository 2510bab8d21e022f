using HaIac.Cib.Values;
using HaIac.Transport.Nodes;
using HaIac.Transport.Tooling;

namespace HaIac.Transport.Agents;

/// <summary>
/// Answers for agents that are units. Engines check one resource after the other, so that thirty units would cost thirty times two commands: what there is, is listed once,
/// and what Pacemaker says of a unit is the same for all of them but for the name.
/// </summary>
/// <param name="tools">Asks the cluster.</param>
internal sealed class UnitCatalog(ClusterTools tools)
{
    private readonly Lock gate = new();
    private Task<IReadOnlySet<string>>? files;
    private Task<AgentMetadata?>? metadata;

    /// <summary>The metadata of a unit; null if there is no such unit.</summary>
    /// <param name="agent">The agent, of standard systemd.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<AgentMetadata?> FindAsync(AgentName agent, CancellationToken cancellationToken)
    {
        var listed = await Once(ref files, () => tools.UnitFilesAsync(CancellationToken.None)).WaitAsync(cancellationToken).ConfigureAwait(false);

        // One that is not listed may have been installed since, or be of a template.
        if (!listed.Contains(UnitNames.Plain(agent.Type)) && !await tools.HasUnitAsync(agent.Type, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var one = await Once(ref metadata, () => tools.MetadataAsync(agent, CancellationToken.None)).WaitAsync(cancellationToken).ConfigureAwait(false);
        return one is null ? null : one with { Agent = agent, ShortDescription = one.ShortDescription.Replace(one.Agent.Type, agent.Type, StringComparison.Ordinal) };
    }

    /// <summary>Asks once; a failure is forgotten.</summary>
    private Task<T> Once<T>(ref Task<T>? known, Func<Task<T>> ask)
    {
        lock (gate)
        {
            return known is { IsFaulted: false, IsCanceled: false } ? known : known = ask();
        }
    }
}
