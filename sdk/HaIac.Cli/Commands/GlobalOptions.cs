using System.CommandLine;

namespace HaIac.Cli.Commands;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Folder to work in.</summary>
    public Option<string?> Directory { get; } = new("--cwd", "-C") { Description = "Work in this folder.", Recursive = true, HelpName = "DIR" };

    /// <summary>No questions.</summary>
    public Option<bool> NonInteractive { get; } = new("--non-interactive") { Description = "Ask nothing.", Recursive = true };

    /// <summary>The stack.</summary>
    public Option<string?> Stack { get; } = new("--stack", "-s") { Description = "Work with this stack instead of the selected one.", Recursive = true, HelpName = "NAME" };

    /// <summary>Colours. The views of operations have none yet, whatever is given.</summary>
    public Option<string> Color { get; } = new("--color") { Description = "always, never, raw or auto (in a terminal, unless NO_COLOR is set); heeded by haiac cib.", Recursive = true, DefaultValueFactory = _ => "auto" };

    /// <summary>Adds the options to the root.</summary>
    /// <param name="root">The root command.</param>
    public void AddTo(RootCommand root)
    {
        Color.AcceptOnlyFromAmong("always", "never", "raw", "auto");
        root.Options.Add(Directory);
        root.Options.Add(NonInteractive);
        root.Options.Add(Stack);
        root.Options.Add(Color);
    }

    /// <summary>The folder to work in.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="host">The world.</param>
    public CliHost HostOf(ParseResult parsed, CliHost host)
    {
        var directory = parsed.GetValue(Directory);
        if (directory is not null)
        {
            directory = Path.GetFullPath(Path.Combine(host.Directory, directory));
            if (!System.IO.Directory.Exists(directory))
                throw new Engine.State.StateException("HAI1241", "No such folder", "The folder given with -C is not there.", directory, "The project is looked for there and above.", "Name a folder that exists.");
        }

        return host with { Directory = directory ?? host.Directory, IsTerminal = host.IsTerminal && !parsed.GetValue(NonInteractive) };
    }
}
