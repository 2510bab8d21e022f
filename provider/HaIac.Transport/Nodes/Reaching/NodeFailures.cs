using HaIac.Cib.Values;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Nodes.Reaching;

/// <summary>Puts the node, which the caller knows, into failures of the way there, which know hosts.</summary>
internal static class NodeFailures
{
    /// <summary>The finding for a node.</summary>
    /// <param name="address">The cluster's address.</param>
    /// <param name="node">The node.</param>
    /// <param name="host">The host that was tried for it.</param>
    /// <param name="fault">What became of that.</param>
    /// <param name="others">Why hosts of the address could not say whether they are the node.</param>
    public static TransportException Of(string address, NodeName node, string host, TransportException fault, ValueList<TransportException> others)
    {
        var first = others.Count > 0 && fault.Kind != TransportFailure.ConnectionLost ? others[0] : fault;
        var reasons = others.Select(other => $"{other.Node ?? "this host"}: {other.Code} {other.What} {other.Why}").Append($"{host}: {fault.Code} {fault.What} {fault.Why}");
        return new TransportException(
            first.Kind,
            fault.Kind == TransportFailure.ConnectionLost ? $"The connection to node {node} broke." : $"Node {node} cannot be worked on.",
            $"cluster {address}, node {node}, host {host}{(fault.Command is { } command ? $", command: {command}" : "")}",
            others.Count == 0 ? $"{fault.What} {fault.Why}" : $"No host of the address that answers is {node}, so host {host} was tried too.\n{string.Join("\n", reasons)}",
            string.Join("\n", others.Select(other => other.Mend).Append(fault.Mend).Distinct()),
            fault)
        {
            Command = fault.Command,
            Node = node.Value,
            Exit = fault.Exit,
            ErrorLines = fault.ErrorLines,
            OutcomeUnknown = fault.OutcomeUnknown,
        };
    }
}
