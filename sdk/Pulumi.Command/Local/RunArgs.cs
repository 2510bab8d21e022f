namespace Pulumi.Command.Local;

/// <summary>Arguments of <see cref="Run.InvokeAsync"/>.</summary>
public sealed class RunArgs : InvokeArgs
{
    /// <summary>Creates the arguments with the defaults of the package.</summary>
    public RunArgs()
    {
        AddPreviousOutputInEnv = true;
    }

    /// <summary>Without effect on a function: it has no last run. Kept for compatibility.</summary>
    /// <value>Default: true.</value>
    [Input("addPreviousOutputInEnv")]
    public bool? AddPreviousOutputInEnv { get; set; }

    [Input("archivePaths")]
    private List<string>? _archivePaths;

    /// <summary>Patterns of files that are gathered into <c>archive</c> after a run, relative to the folder it ran in.</summary>
    /// <value>Same rules as for <c>assetPaths</c>.</value>
    public List<string> ArchivePaths
    {
        get => _archivePaths ??= [];
        set => _archivePaths = value;
    }

    [Input("assetPaths")]
    private List<string>? _assetPaths;

    /// <summary>Patterns of files that are kept in <c>assets</c> after a run, relative to the folder it ran in: <c>*</c> matches within a folder, <c>**</c> across folders, <c>!</c> in front takes files out again; the last pattern that fits decides. Folders never match.</summary>
    public List<string> AssetPaths
    {
        get => _assetPaths ??= [];
        set => _assetPaths = value;
    }

    /// <summary>The command to run.</summary>
    [Input("command", required: true)]
    public string Command { get; set; } = null!;

    /// <summary>The folder to run in. It must exist.</summary>
    /// <value>Default: the folder of the program.</value>
    [Input("dir")]
    public string? Dir { get; set; }

    [Input("environment")]
    private Dictionary<string, string>? _environment;

    /// <summary>Environment variables of the command, besides those of the engine.</summary>
    public Dictionary<string, string> Environment
    {
        get => _environment ??= [];
        set => _environment = value;
    }

    [Input("interpreter")]
    private List<string>? _interpreter;

    /// <summary>The program that gets the command as its last argument, and its arguments before that.</summary>
    /// <value>Default: <c>/bin/sh -c</c>.</value>
    public List<string> Interpreter
    {
        get => _interpreter ??= [];
        set => _interpreter = value;
    }

    /// <summary>What is shown of the output while it runs.</summary>
    /// <value>Default: standard output and standard error.</value>
    [Input("logging")]
    public Logging? Logging { get; set; }

    /// <summary>What the command reads from standard input.</summary>
    /// <value>Default: nothing.</value>
    [Input("stdin")]
    public string? Stdin { get; set; }

    /// <summary>Arguments of which nothing is set but the defaults.</summary>
    public static new RunArgs Empty => new();
}
