using System.CommandLine;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac stack</c>.</summary>
internal static class StackCommand
{
    /// <summary>The command with its verbs.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host) => new("stack", "Make, list, select and remove stacks; show outputs.")
    {
        StackInitCommand.Create(global, host),
        StackListCommand.Create(global, host),
        StackSelectCommand.Create(global, host),
        StackRemoveCommand.Create(global, host),
        StackOutputCommand.Create(global, host),
    };
}
