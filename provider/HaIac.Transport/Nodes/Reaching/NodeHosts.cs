using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Connecting;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Nodes.Reaching;

/// <summary>
/// Which host is which node. An address lists hosts, often by their IP addresses; so each is asked once for its name in the cluster, all at the same time. A node
/// that none of them is, is taken for a host of the same name.
/// </summary>
/// <param name="connections">The way to the hosts.</param>
/// <param name="limit">Limit of one question.</param>
internal sealed class NodeHosts(SshConnections connections, TimeSpan limit)
{
    private readonly Dictionary<SshHost, Task<Answer>> asked = [];

    /// <summary>The host of a node. Does not wait for hosts that are slow to answer once the right one has.</summary>
    /// <param name="node">The node.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The host, and what the listed hosts that could not be asked gave as reason.</returns>
    public async Task<(SshHost Host, ValueList<TransportException> Faults)> FindAsync(NodeName node, CancellationToken cancellationToken)
    {
        connections.CheckConfiguration();
        var hosts = connections.Address.Hosts;
        if (hosts.FirstOrDefault(host => string.Equals(host.Name, node.Value, StringComparison.OrdinalIgnoreCase)) is { } itself)
        {
            return (itself, []);
        }

        var faults = new List<TransportException>();
        var open = hosts.Select(Ask).ToList();
        while (open.Count > 0)
        {
            var next = await Task.WhenAny(open).WaitAsync(cancellationToken).ConfigureAwait(false);
            open.Remove(next);
            var answer = await next.ConfigureAwait(false);
            if (answer.Name == node)
            {
                return (answer.Host, []);
            }

            if (answer.Fault is { } fault)
            {
                Forget(answer.Host);
                faults.Add(fault);
            }
        }

        return (new SshHost(node.Value, hosts.Count == 0 ? null : hosts[^1].Port), [.. faults]);
    }

    /// <summary>Asks a host anew the next time: it could not be reached, and may be another one when it can be again.</summary>
    public void Forget(SshHost host)
    {
        lock (asked)
        {
            asked.Remove(host);
        }
    }

    private Task<Answer> Ask(SshHost host)
    {
        lock (asked)
        {
            if (!asked.TryGetValue(host, out var answer))
            {
                asked.Add(host, answer = AskAsync(host));
            }

            return answer;
        }
    }

    private async Task<Answer> AskAsync(SshHost host)
    {
        var command = OwnName.Command(limit);
        try
        {
            // Several callers wait for the answer, so none of them may cancel it.
            var result = await connections.OpenAsync(host, command, CancellationToken.None).ConfigureAwait(false);
            return result.ExitCode == SshConnections.SshFailed
                ? new Answer(host, null, SshFailures.Of(connections.Address, host, command, result))
                : new Answer(host, OwnName.In(result), null);
        }
        catch (TransportException fault)
        {
            return new Answer(host, null, fault);
        }
    }

    private sealed record Answer(SshHost Host, NodeName? Name, TransportException? Fault);
}
