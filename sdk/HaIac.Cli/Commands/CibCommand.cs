using System.CommandLine;
using HaIac.Cli.Cibs.Reading;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac cib</c>: the CIB library on the command line. No project is needed when a CIB is named.</summary>
internal static class CibCommand
{
    /// <summary>Exit code of every verb below when it could not do what it was asked for; 1 is left to the answers "different" and "faulty".</summary>
    public const int CouldNot = 2;

    /// <summary>Its name.</summary>
    public const string Name = "cib";

    /// <summary>What can be named as a CIB, for the help of the verbs.</summary>
    public const string Kinds = "a file, - for standard input, or a cluster: ssh://USER@HOST,HOST, local:, virtual:FOLDER";

    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host) =>
        new(Name, "Read, check, compare and change a Pacemaker configuration: of a cluster, or in a file.")
        {
            CibShowCommand.Create(global, host),
            CibVerifyCommand.Create(global, host),
            CibDiffCommand.Create(global, host),
            CibPatchCommand.Create(global, host),
            CibFormatCommand.Create(global, host),
        };

    /// <summary>The argument that names a CIB; without it the cluster of the stack is meant.</summary>
    /// <param name="name">Its name in the help.</param>
    public static Argument<string?> Optional(string name) => new(name)
    {
        Description = $"The CIB: {Kinds}. Without it the cluster of the stack.",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = name,
    };

    /// <summary>Runs a verb; a fault is told, and ends it with <see cref="CouldNot"/>.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    /// <param name="parsed">The arguments.</param>
    /// <param name="verb">The verb; its result is the exit code.</param>
    public static async Task<int> RunAsync(GlobalOptions global, CliHost host, ParseResult parsed, Func<CibVerb, Task<int>> verb)
    {
        try
        {
            var here = global.HostOf(parsed, host);
            return await verb(new(here, new CibInputs(here, parsed.GetValue(global.Stack)), parsed.GetValue(global.Color)));
        }
#pragma warning disable CA1031 // Every fault is told; only its exit code is another one than elsewhere.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var code = ErrorReport.Print(fault, host);
            return code == ErrorReport.Bug ? code : CouldNot;
        }
    }
}
