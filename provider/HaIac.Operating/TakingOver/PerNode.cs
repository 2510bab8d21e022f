using HaIac.Cib.Values;
using HaIac.Transport.Failing;

namespace HaIac.Operating.TakingOver;

/// <summary>The same work on many nodes at once; a node that fails does not keep the others from it.</summary>
internal static class PerNode
{
    /// <summary>Runs the work on each node.</summary>
    /// <returns>What each node gave, and the failures of those that gave nothing, in the order of the nodes.</returns>
    public static async Task<(ValueList<T> Results, ValueList<NodeFailure> Failures)> RunAsync<T>(IEnumerable<NodeName> nodes, Func<NodeName, Task<T>> work)
    {
        var outcomes = await Task.WhenAll(nodes.Select(node => OneAsync(node, work))).ConfigureAwait(false);
        return ([.. outcomes.Where(outcome => outcome.Failure is null).Select(outcome => outcome.Result!)], [.. outcomes.Select(outcome => outcome.Failure).OfType<NodeFailure>()]);
    }

    private static async Task<(T? Result, NodeFailure? Failure)> OneAsync<T>(NodeName node, Func<NodeName, Task<T>> work)
    {
        try
        {
            return (await work(node).ConfigureAwait(false), null);
        }
        catch (TransportException exception)
        {
            return (default, new(node, exception));
        }
    }
}

/// <summary>A node on which work failed.</summary>
/// <param name="Node">The node.</param>
/// <param name="Cause">Why.</param>
internal sealed record NodeFailure(NodeName Node, TransportException Cause)
{
    /// <summary>The node and the reason in one line.</summary>
    public override string ToString() => Cause.What.Contains(Node.Value, StringComparison.OrdinalIgnoreCase) ? Cause.What : $"{Node}: {Cause.What}";
}
