using System.CommandLine;
using System.Reflection;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac version</c>.</summary>
internal static class VersionCommand
{
    /// <summary>Version of this program.</summary>
    public static string Text { get; } =
        "v" + (typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0");

    /// <summary>The command.</summary>
    /// <param name="host">The world.</param>
    public static Command Create(CliHost host)
    {
        var command = new Command("version", "Print the version of haiac.");
        command.SetAction(_ => host.Out.WriteLine(Text));
        return command;
    }
}
