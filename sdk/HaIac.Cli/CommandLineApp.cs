using System.CommandLine;
using System.CommandLine.Parsing;
using HaIac.Cli.Commands;

namespace HaIac.Cli;

/// <summary>The <c>haiac</c> command: reads the arguments, runs one command, tells faults.</summary>
public static class CommandLineApp
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">Arguments of the process.</param>
    /// <param name="host">The world around it.</param>
    /// <returns>Exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliHost host)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(host);
        try
        {
            var parsed = Build(host).Parse(args);
            if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
            {
                // An unknown word also makes the library miss a command; the word is the cause.
                var unknown = parsed.UnmatchedTokens.Select(token => token.StartsWith('-') ? $"unknown option {token}" : $"unknown command or argument \"{token}\"").ToList();
                await host.Error.WriteLineAsync("error: " + string.Join("\n       ", unknown.Count > 0 ? unknown : parsed.Errors.Select(error => error.Message)));
                await host.Error.WriteLineAsync("Run haiac --help, or haiac COMMAND --help, for what can be given.");

                // Of the verbs of cib, 1 is an answer; scripts must not take a slip for it.
                return IsBelowCib(parsed.CommandResult) ? CibCommand.CouldNot : 1;
            }

            var invocation = new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, host.Interrupts.Stop);
        }
#pragma warning disable CA1031 // Nothing but a message leaves the program.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ErrorReport.Print(exception, host);
        }
    }

    private static bool IsBelowCib(SymbolResult? result) =>
        result is not null && (result is CommandResult { Command.Name: CibCommand.Name } || IsBelowCib(result.Parent));

    private static RootCommand Build(CliHost host)
    {
        var global = new GlobalOptions();
        var root = new RootCommand("Highly available OpenStack services on Pacemaker, declared in C#.")
        {
            OperationCommand.Preview(global, host),
            OperationCommand.Up(global, host),
            OperationCommand.Refresh(global, host),
            OperationCommand.Destroy(global, host),
            StackCommand.Create(global, host),
            ConfigCommand.Create(global, host),
            ClusterCommand.Create(global, host),
            ServiceCommand.Create(global, host),
            CibCommand.Create(global, host),
            VersionCommand.Create(host),
        };
        global.AddTo(root);
        return root;
    }
}
