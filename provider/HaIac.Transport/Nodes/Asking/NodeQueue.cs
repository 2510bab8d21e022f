using HaIac.Cib.Values;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes.Reaching;
using HaIac.Transport.Running;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>
/// What is wanted of one node: requests that come at the same time, or while others are under way, go there together in one command. A command that takes
/// long does not hold up the next one; each has a session of its own.
/// </summary>
/// <param name="node">The node.</param>
/// <param name="reach">The way there.</param>
/// <param name="settings">Limits and times.</param>
/// <param name="atOnce">How many commands may be under way at a time.</param>
/// <param name="limit">Limit of one command.</param>
/// <param name="address">The cluster's address, for messages.</param>
internal sealed class NodeQueue(NodeName node, INodeReach reach, TransportSettings settings, int atOnce, TimeSpan limit, string address)
{
    // A burst larger than this gains nothing, and its first answers would come late.
    private const int Largest = 100;

    private readonly Lock gate = new();
    private readonly List<NodeRequest> waiting = [];
    private readonly HashSet<string> busy = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim slots = new(atOnce, atOnce);
    private bool sending;

    /// <summary>Asks the node.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Withdraws it; a change only until it is on its way.</param>
    public async Task<T> AskAsync<T>(NodeRequest<T> request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            waiting.Add(request);
        }

        SendInBackground();
        await using var withdrawing = cancellationToken.Register(() => Withdraw(request, cancellationToken)).ConfigureAwait(false);
        return await request.Answer.ConfigureAwait(false);
    }

    private void Withdraw(NodeRequest request, CancellationToken cancellationToken)
    {
        bool waited;
        lock (gate)
        {
            waited = waiting.Remove(request);
        }

        if (waited || !request.Changes)
        {
            request.Cancel(cancellationToken);
        }
    }

    private void SendInBackground()
    {
        lock (gate)
        {
            if (sending || waiting.Count == 0)
            {
                return;
            }

            sending = true;
        }

        // The callers wait for their answers, which every way out of a burst gives them.
        _ = Task.Run(SendAsync);
    }

    private async Task SendAsync()
    {
        while (true)
        {
            await slots.WaitAsync().ConfigureAwait(false);
            await Task.Delay(settings.NodeGatherTime, settings.Clock).ConfigureAwait(false);
            var requests = Take();
            if (requests.Count == 0)
            {
                slots.Release();
                return;
            }

            await Task.WhenAny(RunAsync(requests), Task.Delay(settings.NodePatience, settings.Clock)).ConfigureAwait(false);
        }
    }

    /// <summary>The requests that may go now; none: sending is over until there are more.</summary>
    private List<NodeRequest> Take()
    {
        lock (gate)
        {
            var taken = new List<NodeRequest>();
            foreach (var request in waiting)
            {
                if (taken.Count < Largest && (request.Key is not { } key || busy.Add(key)))
                {
                    taken.Add(request);
                }
            }

            waiting.RemoveAll(taken.Contains);
            sending = taken.Count > 0;
            return taken;
        }
    }

    private async Task RunAsync(List<NodeRequest> requests)
    {
        var fault = await FaultOfAsync(requests).ConfigureAwait(false);
        var again = new List<NodeRequest>();
        lock (gate)
        {
            foreach (var request in requests)
            {
                if (request.Key is { } key)
                {
                    busy.Remove(key);
                }
                else if (!request.IsDone && !request.IsRepeated && fault.Kind == TransportFailure.ConnectionLost)
                {
                    // Nothing is changed by asking once more, over a new connection.
                    request.IsRepeated = true;
                    again.Add(request);
                }
            }

            waiting.AddRange(again);
        }

        foreach (var request in requests.Except(again))
        {
            request.Fail(fault);
        }

        slots.Release();
        SendInBackground();
    }

    /// <summary>Runs a burst; what it returns is for those who got no answer.</summary>
    private async Task<TransportException> FaultOfAsync(List<NodeRequest> requests)
    {
        var reader = new RecordReader(record => requests.ForEach(request => request.Hear(record)));
        var writer = new RequestWriter();
        requests.ForEach(request => request.Write(writer));
        var command = NodeScript.Of(writer.ToString(), requests.Exists(request => request.Changes), $"work on {node} ({requests.Count} wishes)", limit) with { Heard = reader.Read };
        try
        {
            var result = await reach.RunAsync(node, command, CancellationToken.None).ConfigureAwait(false);
            return NoAnswer(command, result);
        }
        catch (TransportException fault)
        {
            return fault;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new TransportException(
                TransportFailure.BadAnswer, $"The answer of node {node} could not be read.", $"cluster {address}, node {node}", $"{fault.GetType().Name}: {fault.Message}", "This is a bug in HaIac; please report it.", fault)
            {
                Node = node.Value,
                OutcomeUnknown = command.ChangesCluster,
            };
        }
    }

    private TransportException NoAnswer(Command command, CommandResult result)
    {
        var late = result.ExitCode is 124 or 137;
        return new TransportException(
            late ? TransportFailure.TimedOut : TransportFailure.BadAnswer,
            late ? $"Node {node} did not finish within {limit.TotalSeconds:0} s." : $"Node {node} gave no answer to what it was asked.",
            $"cluster {address}, node {node}, command: {command}",
            late
                ? "The node is overloaded, or a unit takes long to start or stop; its init system goes on with what it has begun."
                : string.Join("\n", result.FirstErrorLines().Prepend($"The script there ended with status {result.ExitCode}.")),
            late
                ? "Look at the load of the node and at its units (systemctl status), then run again: what is so already is left alone."
                : "Check on the node that a temporary folder can be made in /tmp, and that systemctl, stat, sha256sum and mktemp work there.")
        {
            Command = command.ToString(),
            Node = node.Value,
            Exit = new CrmExit(result.ExitCode),
            ErrorLines = result.FirstErrorLines(),
            OutcomeUnknown = command.ChangesCluster,
        };
    }
}
