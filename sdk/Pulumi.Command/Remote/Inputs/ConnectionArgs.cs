namespace Pulumi.Command.Remote.Inputs;

/// <summary>How to reach the host over ssh.</summary>
public sealed class ConnectionArgs : ResourceArgs
{
    /// <summary>Creates the arguments with the defaults of the package.</summary>
    public ConnectionArgs()
    {
        DialErrorLimit = 10;
        PerDialTimeout = 15;
        Port = 22;
        User = "root";
    }

    /// <summary>Socket of the ssh agent that holds the key.</summary>
    /// <value>Default: <c>SSH_AUTH_SOCK</c> of the engine, if it is set; the plugin of HaIac asks it only if there is no private key.</value>
    [Input("agentSocketPath")]
    public Input<string>? AgentSocketPath { get; set; }

    /// <summary>How many attempts to connect may fail before it counts as a failure; -1: any number.</summary>
    /// <value>Default: 10.</value>
    [Input("dialErrorLimit")]
    public Input<int>? DialErrorLimit { get; set; }

    /// <summary>Name or address of the host.</summary>
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    /// <summary>The public key that the host must show, as in <c>/etc/ssh/ssh_host_ed25519_key.pub</c>.</summary>
    /// <value>Default: any key is accepted.</value>
    [Input("hostKey")]
    public Input<string>? HostKey { get; set; }

    [Input("password")]
    private Input<string>? _password;

    /// <summary>The password of the user on the host. A secret.</summary>
    public Input<string>? Password
    {
        get => _password;
        set => _password = Package.Secret(value);
    }

    /// <summary>Seconds that one attempt to connect may take; 0: any time.</summary>
    /// <value>Default: 15.</value>
    [Input("perDialTimeout")]
    public Input<int>? PerDialTimeout { get; set; }

    /// <summary>The port that its ssh server listens on, 1 to 65535.</summary>
    /// <value>Default: 22.</value>
    [Input("port")]
    public Input<double>? Port { get; set; }

    [Input("privateKey")]
    private Input<string>? _privateKey;

    /// <summary>The private key itself, not a path to it. It is offered before the password. A secret.</summary>
    public Input<string>? PrivateKey
    {
        get => _privateKey;
        set => _privateKey = Package.Secret(value);
    }

    [Input("privateKeyPassword")]
    private Input<string>? _privateKeyPassword;

    /// <summary>The passphrase of the private key. A secret.</summary>
    public Input<string>? PrivateKeyPassword
    {
        get => _privateKeyPassword;
        set => _privateKeyPassword = Package.Secret(value);
    }

    /// <summary>A host to go through on the way.</summary>
    /// <value>Default: the host is reached directly.</value>
    [Input("proxy")]
    public Input<ProxyConnectionArgs>? Proxy { get; set; }

    /// <summary>The user to log in as on the host.</summary>
    /// <value>Default: <c>root</c>.</value>
    [Input("user")]
    public Input<string>? User { get; set; }

    /// <summary>Arguments of which nothing is set but the defaults.</summary>
    public static new ConnectionArgs Empty => new();
}
