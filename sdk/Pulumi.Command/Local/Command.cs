using System.Collections.Immutable;

namespace Pulumi.Command.Local;

/// <summary>
/// A command that runs on the host of the engine as part of the life of a resource: <c>create</c> when it comes, <c>update</c> when an input
/// changes, <c>delete</c> when it goes. A preview runs nothing. A command fails when its exit status is not 0, and with it the step of the resource.
/// </summary>
/// <remarks>Served by the plugin <c>pulumi-resource-command</c>: the published one, or that of HaIac on hosts without it.</remarks>
/// <example>
/// <code>
/// var token = new Command("token", new CommandArgs { Create = "openssl rand -hex 16" },
///     new CustomResourceOptions { AdditionalSecretOutputs = { "stdout" } });
/// </code>
/// </example>
[ResourceType(Token, Package.Version)]
public partial class Command : CustomResource
{
    private const string Token = "command:local:Command";

    /// <summary>Declares the resource.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">What it does.</param>
    /// <param name="options">How the engine treats it.</param>
    public Command(string name, CommandArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new CommandArgs(), Options(options, ""))
    {
    }

    private Command(string name, Input<string> id, CustomResourceOptions? options)
        : base(Token, name, null, Options(options, id))
    {
    }

    /// <summary>Whether a run finds what the last one printed in <c>PULUMI_COMMAND_STDOUT</c> and <c>PULUMI_COMMAND_STDERR</c>.</summary>
    /// <value>Default: true.</value>
    [Output("addPreviousOutputInEnv")]
    public Output<bool?> AddPreviousOutputInEnv { get; private set; } = null!;

    /// <summary>The files that <see cref="ArchivePaths"/> named after the last run; null if it names none.</summary>
    [Output("archive")]
    public Output<Archive?> Archive { get; private set; } = null!;

    /// <summary>Patterns of files that are gathered into <c>archive</c> after a run, relative to the folder it ran in.</summary>
    /// <value>Same rules as for <c>assetPaths</c>.</value>
    [Output("archivePaths")]
    public Output<ImmutableArray<string>> ArchivePaths { get; private set; } = null!;

    /// <summary>Patterns of files that are kept in <c>assets</c> after a run, relative to the folder it ran in: <c>*</c> matches within a folder, <c>**</c> across folders, <c>!</c> in front takes files out again; the last pattern that fits decides. Folders never match.</summary>
    [Output("assetPaths")]
    public Output<ImmutableArray<string>> AssetPaths { get; private set; } = null!;

    /// <summary>The files that <see cref="AssetPaths"/> named after the last run, by path.</summary>
    [Output("assets")]
    public Output<ImmutableDictionary<string, AssetOrArchive>?> Assets { get; private set; } = null!;

    /// <summary>The command that brings the resource into being; it runs again at each change if there is no <c>update</c>.</summary>
    /// <value>Default: nothing is run.</value>
    [Output("create")]
    public Output<string?> Create { get; private set; } = null!;

    /// <summary>The command that runs when the resource goes away. It finds what the last run printed in its environment.</summary>
    /// <value>Default: nothing is run.</value>
    [Output("delete")]
    public Output<string?> Delete { get; private set; } = null!;

    /// <summary>The folder to run in. It must exist.</summary>
    /// <value>Default: the folder of the program.</value>
    [Output("dir")]
    public Output<string?> Dir { get; private set; } = null!;

    /// <summary>Environment variables of the command, besides those of the engine.</summary>
    [Output("environment")]
    public Output<ImmutableDictionary<string, string>?> Environment { get; private set; } = null!;

    /// <summary>The program that gets the command as its last argument, and its arguments before that.</summary>
    /// <value>Default: <c>/bin/sh -c</c>.</value>
    [Output("interpreter")]
    public Output<ImmutableArray<string>> Interpreter { get; private set; } = null!;

    /// <summary>What is shown of the output while it runs.</summary>
    /// <value>Default: standard output and standard error.</value>
    [Output("logging")]
    public Output<Logging?> Logging { get; private set; } = null!;

    /// <summary>What the last run printed to standard error, without a line end at its end.</summary>
    [Output("stderr")]
    public Output<string> Stderr { get; private set; } = null!;

    /// <summary>What the command reads from standard input.</summary>
    /// <value>Default: nothing.</value>
    [Output("stdin")]
    public Output<string?> Stdin { get; private set; } = null!;

    /// <summary>What the last run printed to standard output, without a line end at its end.</summary>
    [Output("stdout")]
    public Output<string> Stdout { get; private set; } = null!;

    /// <summary>Any values; when one of them changes, the resource is replaced, so <c>delete</c> and <c>create</c> run.</summary>
    [Output("triggers")]
    public Output<ImmutableArray<object>> Triggers { get; private set; } = null!;

    /// <summary>The command that runs when an input changed. It finds what the last run printed in its environment.</summary>
    /// <value>Default: <c>create</c> runs again.</value>
    [Output("update")]
    public Output<string?> Update { get; private set; } = null!;

    /// <summary>Brings a resource that exists into the program, as the provider knows it, without making it its own.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="id">Its id.</param>
    /// <param name="options">How the engine treats it.</param>
    public static Command Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static CustomResourceOptions Options(CustomResourceOptions? given, Input<string>? id) =>
        Package.Options(new CustomResourceOptions { ReplaceOnChanges = { "triggers[*]" } }, given, id);
}
