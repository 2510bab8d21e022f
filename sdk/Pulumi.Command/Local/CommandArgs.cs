namespace Pulumi.Command.Local;

/// <summary>What a local <see cref="Command"/> does.</summary>
public sealed class CommandArgs : ResourceArgs
{
    /// <summary>Creates the arguments with the defaults of the package.</summary>
    public CommandArgs()
    {
        AddPreviousOutputInEnv = true;
    }

    /// <summary>Whether a run finds what the last one printed in <c>PULUMI_COMMAND_STDOUT</c> and <c>PULUMI_COMMAND_STDERR</c>.</summary>
    /// <value>Default: true.</value>
    [Input("addPreviousOutputInEnv")]
    public Input<bool>? AddPreviousOutputInEnv { get; set; }

    [Input("archivePaths")]
    private InputList<string>? _archivePaths;

    /// <summary>Patterns of files that are gathered into <c>archive</c> after a run, relative to the folder it ran in.</summary>
    /// <value>Same rules as for <c>assetPaths</c>.</value>
    public InputList<string> ArchivePaths
    {
        get => _archivePaths ??= new();
        set => _archivePaths = value;
    }

    [Input("assetPaths")]
    private InputList<string>? _assetPaths;

    /// <summary>Patterns of files that are kept in <c>assets</c> after a run, relative to the folder it ran in: <c>*</c> matches within a folder, <c>**</c> across folders, <c>!</c> in front takes files out again; the last pattern that fits decides. Folders never match.</summary>
    public InputList<string> AssetPaths
    {
        get => _assetPaths ??= new();
        set => _assetPaths = value;
    }

    /// <summary>The command that brings the resource into being; it runs again at each change if there is no <c>update</c>.</summary>
    /// <value>Default: nothing is run.</value>
    [Input("create")]
    public Input<string>? Create { get; set; }

    /// <summary>The command that runs when the resource goes away. It finds what the last run printed in its environment.</summary>
    /// <value>Default: nothing is run.</value>
    [Input("delete")]
    public Input<string>? Delete { get; set; }

    /// <summary>The folder to run in. It must exist.</summary>
    /// <value>Default: the folder of the program.</value>
    [Input("dir")]
    public Input<string>? Dir { get; set; }

    [Input("environment")]
    private InputMap<string>? _environment;

    /// <summary>Environment variables of the command, besides those of the engine.</summary>
    public InputMap<string> Environment
    {
        get => _environment ??= new();
        set => _environment = value;
    }

    [Input("interpreter")]
    private InputList<string>? _interpreter;

    /// <summary>The program that gets the command as its last argument, and its arguments before that.</summary>
    /// <value>Default: <c>/bin/sh -c</c>.</value>
    public InputList<string> Interpreter
    {
        get => _interpreter ??= new();
        set => _interpreter = value;
    }

    /// <summary>What is shown of the output while it runs.</summary>
    /// <value>Default: standard output and standard error.</value>
    [Input("logging")]
    public Input<Logging>? Logging { get; set; }

    /// <summary>What the command reads from standard input.</summary>
    /// <value>Default: nothing.</value>
    [Input("stdin")]
    public Input<string>? Stdin { get; set; }

    [Input("triggers")]
    private InputList<object>? _triggers;

    /// <summary>Any values; when one of them changes, the resource is replaced, so <c>delete</c> and <c>create</c> run.</summary>
    public InputList<object> Triggers
    {
        get => _triggers ??= new();
        set => _triggers = value;
    }

    /// <summary>The command that runs when an input changed. It finds what the last run printed in its environment.</summary>
    /// <value>Default: <c>create</c> runs again.</value>
    [Input("update")]
    public Input<string>? Update { get; set; }

    /// <summary>Arguments of which nothing is set but the defaults.</summary>
    public static new CommandArgs Empty => new();
}
