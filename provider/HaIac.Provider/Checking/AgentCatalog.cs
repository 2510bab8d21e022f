using System.Collections.Concurrent;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using HaIac.Transport.Agents;
using HaIac.Transport.Failing;

namespace HaIac.Provider.Checking;

/// <summary>What the cluster's agents say about themselves, asked for once per agent and process.</summary>
/// <param name="read">Asks the cluster; null when the agent is not installed.</param>
/// <param name="listLike">Lists the agents of the same kind; null when they cannot be listed.</param>
internal sealed class AgentCatalog(Func<AgentName, Task<AgentMetadata?>> read, Func<AgentName, Task<ValueList<AgentName>>>? listLike = null)
{
    private readonly ConcurrentDictionary<AgentName, Lazy<Task<AgentEntry>>> _entries = new();

    /// <summary>What is known about an agent.</summary>
    public Task<AgentEntry> FindAsync(AgentName agent, CancellationToken cancellationToken) =>
        _entries.GetOrAdd(agent, name => new(() => Task.Run(() => ReadAsync(name)))).Value.WaitAsync(cancellationToken);

    private async Task<AgentEntry> ReadAsync(AgentName agent)
    {
        try
        {
            var metadata = await read(agent).ConfigureAwait(false);
            return new(metadata, Known: true, null) { Near = metadata is null ? await NearAsync(agent).ConfigureAwait(false) : null };
        }
        catch (TransportException exception)
        {
            return new(null, Known: false, exception);
        }
    }

    private async Task<string?> NearAsync(AgentName agent)
    {
        try
        {
            return listLike is null ? null : NearestName.Find(agent.Type, (await listLike(agent).ConfigureAwait(false)).Select(name => name.Type)) is { } type
                ? agent.ToString()[..^agent.Type.Length] + type
                : null;
        }
        catch (TransportException)
        {
            return null; // A hint is no reason to hide that the agent is missing.
        }
    }
}

/// <summary>What is known about an agent.</summary>
/// <param name="Metadata">What it says about itself; null when it is not installed, or when nothing is known.</param>
/// <param name="Known">Whether the cluster could be asked.</param>
/// <param name="Trouble">Why it could not be asked; null when it could.</param>
internal sealed record AgentEntry(AgentMetadata? Metadata, bool Known, TransportException? Trouble)
{
    /// <summary>An installed agent that was probably meant; null when none is near.</summary>
    public string? Near { get; init; }
}
