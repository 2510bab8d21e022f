using System.Collections.Concurrent;

namespace HaIac.Cli.Tests;

/// <summary>A project in a folder of its own, with its own home and environment; commands run in it as a user would run them.</summary>
internal sealed class TemporaryProject : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("haiac-cli-");

    public TemporaryProject(string projectFile = "name: demo\nruntime: dotnet\nbackend:\n  url: file://.\n")
    {
        Folder = Directory.CreateDirectory(Path.Combine(_root.FullName, "project")).FullName;
        Variables["HOME"] = Path.Combine(_root.FullName, "home");
        Variables["PULUMI_CONFIG_PASSPHRASE"] = "correct horse";
        Write("Pulumi.yaml", projectFile);
    }

    public string Folder { get; }

    public ConcurrentDictionary<string, string> Variables { get; } = new();

    /// <summary>A project whose program is a script.</summary>
    public static TemporaryProject WithProgram(string script)
    {
        var project = new TemporaryProject("name: demo\nruntime:\n  name: dotnet\n  options:\n    binary: ./app\nbackend:\n  url: file://.\n");
        project.Write("app", "#!/bin/sh\n" + script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(project.PathOf("app"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return project;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content);
    }

    public Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    /// <summary>Runs a command with somebody at the terminal who types the given lines; null for nobody.</summary>
    public async Task<CommandResult> RunAsync(string? typed, string[] arguments)
    {
        using var input = new StringReader(typed ?? "");
        return await RunAsync(typed is null ? null : input, CancellationToken.None, arguments);
    }

    /// <summary>Runs a command with a terminal, or without for null, that is interrupted when the token is cancelled.</summary>
    public Task<CommandResult> RunAsync(TextReader? terminal, CancellationToken stop, string[] arguments) => RunAsync(terminal, terminal is not null, stop, arguments);

    /// <summary>Runs a command with a text on its standard input, and nobody at a terminal.</summary>
    public async Task<CommandResult> PipeAsync(string input, string[] arguments)
    {
        using var reader = new StringReader(input);
        return await RunAsync(reader, false, CancellationToken.None, arguments);
    }

    private async Task<CommandResult> RunAsync(TextReader? input, bool isTerminal, CancellationToken stop, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CliHost
        {
            Out = output,
            Error = error,
            In = input ?? TextReader.Null,
            IsTerminal = isTerminal,
            Environment = name => Variables.GetValueOrDefault(name),
            Directory = Folder,
            Interrupts = new Interrupts(stop),
        };
        var exit = await CommandLineApp.RunAsync(arguments, host);
        return new(exit, output.ToString(), error.ToString());
    }

    public void Dispose() => _root.Delete(recursive: true);

    private sealed class Interrupts(CancellationToken stop) : IInterrupts
    {
        public CancellationToken Stop => stop;

        public CancellationToken Abort => CancellationToken.None;
    }
}
