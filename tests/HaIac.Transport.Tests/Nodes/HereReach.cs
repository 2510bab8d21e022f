using HaIac.Cib.Values;
using HaIac.Transport.Nodes.Reaching;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tests.Nodes;

/// <summary>Every node is this host; commands may be put into surroundings of a test first.</summary>
/// <param name="put">Changes a command before it runs.</param>
internal sealed class HereReach(Func<Command, Command>? put = null) : INodeReach
{
    private readonly LocalCommandRunner runner = new();

    public List<Command> Commands { get; } = [];

    public Task<CommandResult> RunAsync(NodeName node, Command command, CancellationToken cancellationToken)
    {
        lock (Commands)
        {
            Commands.Add(command);
        }

        return runner.RunAsync(put?.Invoke(command) ?? command, cancellationToken);
    }

    public ValueTask DisposeAsync() => runner.DisposeAsync();
}
