using HaIac.Cib.Values;
using HaIac.Transport.Nodes.Reaching;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tests.Nodes;

/// <summary>A node that answers as a test wants: for what depends on when answers come and connections break.</summary>
/// <param name="answer">Given the requests of a burst, line by line, and what takes a line of the answer; returns how it ends.</param>
internal sealed class ScriptedReach(Func<IReadOnlyList<string>, Action<string>, Task<CommandResult>> answer) : INodeReach
{
    public List<IReadOnlyList<string>> Bursts { get; } = [];

    public static CommandResult Good { get; } = new() { ExitCode = 0 };

    public Task<CommandResult> RunAsync(NodeName node, Command command, CancellationToken cancellationToken)
    {
        var requests = command.Input!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lock (Bursts)
        {
            Bursts.Add(requests);
        }

        return answer(requests, command.Heard!);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Says a record with the states of units.</summary>
    public static void Units(Action<string> say, string stage, params (string Unit, string Properties)[] units)
    {
        say($"units {stage} systemd 1000 {string.Join(' ', units.Select(unit => unit.Unit))}");
        foreach (var (unit, properties) in units)
        {
            say($"|Id={unit}");
            say("|LoadState=loaded");
            foreach (var property in properties.Split(' '))
            {
                say($"|{property}");
            }

            say("|");
        }

        say("");
        say(".");
    }

    /// <summary>Says that the init system's tool ended.</summary>
    public static void Ended(Action<string> say, string action, int status, string units, params string[] lines)
    {
        say($"ended {action} {status} {units}");
        foreach (var line in lines)
        {
            say($"|{line}");
        }

        say(".");
    }
}
