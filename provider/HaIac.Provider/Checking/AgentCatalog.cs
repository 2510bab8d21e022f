using System.Collections.Concurrent;
using HaIac.Cib.Values;
using HaIac.Transport.Agents;
using HaIac.Transport.Failing;

namespace HaIac.Provider.Checking;

/// <summary>What the cluster's agents say about themselves, asked for once per agent and process.</summary>
/// <param name="read">Asks the cluster; null when the agent is not installed.</param>
internal sealed class AgentCatalog(Func<AgentName, Task<AgentMetadata?>> read)
{
    private readonly ConcurrentDictionary<AgentName, Lazy<Task<AgentEntry>>> _entries = new();

    /// <summary>What is known about an agent.</summary>
    public Task<AgentEntry> FindAsync(AgentName agent, CancellationToken cancellationToken) =>
        _entries.GetOrAdd(agent, name => new(() => Task.Run(() => ReadAsync(name)))).Value.WaitAsync(cancellationToken);

    private async Task<AgentEntry> ReadAsync(AgentName agent)
    {
        try
        {
            return new(await read(agent).ConfigureAwait(false), Known: true, null);
        }
        catch (TransportException exception)
        {
            return new(null, Known: false, exception);
        }
    }
}

/// <summary>What is known about an agent.</summary>
/// <param name="Metadata">What it says about itself; null when it is not installed, or when nothing is known.</param>
/// <param name="Known">Whether the cluster could be asked.</param>
/// <param name="Trouble">Why it could not be asked; null when it could.</param>
internal sealed record AgentEntry(AgentMetadata? Metadata, bool Known, TransportException? Trouble);
