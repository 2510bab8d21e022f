using System.Collections.Immutable;

namespace Pulumi.Command.Remote;

/// <summary>
/// A command that the login shell of another host runs, reached over ssh, as part of the life of a resource: <c>create</c> when it comes,
/// <c>update</c> when an input changes, <c>delete</c> when it goes. A preview runs nothing. A command fails when its exit status is not 0.
/// </summary>
/// <remarks>Served by the plugin <c>pulumi-resource-command</c>: the published one, or that of HaIac on hosts without it.</remarks>
[ResourceType(Token, Package.Version)]
public partial class Command : CustomResource
{
    private const string Token = "command:remote:Command";

    /// <summary>Declares the resource.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">What it does.</param>
    /// <param name="options">How the engine treats it.</param>
    public Command(string name, CommandArgs args, CustomResourceOptions? options = null)
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

    /// <summary>How to reach the host. A secret as a whole.</summary>
    [Output("connection")]
    public Output<Outputs.Connection> Connection { get; private set; } = null!;

    /// <summary>The command that brings the resource into being; it runs again at each change if there is no <c>update</c>.</summary>
    /// <value>Default: nothing is run.</value>
    [Output("create")]
    public Output<string?> Create { get; private set; } = null!;

    /// <summary>The command that runs when the resource goes away. It finds what the last run printed in its environment.</summary>
    /// <value>Default: nothing is run.</value>
    [Output("delete")]
    public Output<string?> Delete { get; private set; } = null!;

    /// <summary>Environment variables of the command. The published provider needs a server that accepts them (<c>AcceptEnv</c>); HaIac's does not.</summary>
    [Output("environment")]
    public Output<ImmutableDictionary<string, string>?> Environment { get; private set; } = null!;

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
        Package.Options(new CustomResourceOptions { AdditionalSecretOutputs = { "connection" }, ReplaceOnChanges = { "triggers[*]" } }, given, id);
}
