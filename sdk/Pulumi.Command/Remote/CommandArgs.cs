namespace Pulumi.Command.Remote;

/// <summary>What a remote <see cref="Command"/> does.</summary>
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

    [Input("connection", required: true)]
    private Input<Inputs.ConnectionArgs>? _connection;

    /// <summary>How to reach the host. A secret as a whole.</summary>
    public Input<Inputs.ConnectionArgs>? Connection
    {
        get => _connection;
        set => _connection = Package.Secret(value);
    }

    /// <summary>The command that brings the resource into being; it runs again at each change if there is no <c>update</c>.</summary>
    /// <value>Default: nothing is run.</value>
    [Input("create")]
    public Input<string>? Create { get; set; }

    /// <summary>The command that runs when the resource goes away. It finds what the last run printed in its environment.</summary>
    /// <value>Default: nothing is run.</value>
    [Input("delete")]
    public Input<string>? Delete { get; set; }

    [Input("environment")]
    private InputMap<string>? _environment;

    /// <summary>Environment variables of the command. The published provider needs a server that accepts them (<c>AcceptEnv</c>); HaIac's does not.</summary>
    public InputMap<string> Environment
    {
        get => _environment ??= new();
        set => _environment = value;
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
