namespace Pulumi.Command.Remote.Outputs;

/// <summary>How to reach the host that a connection goes through.</summary>
[OutputType]
public sealed class ProxyConnection
{
    /// <summary>Socket of the ssh agent that holds the key.</summary>
    /// <value>Default: <c>SSH_AUTH_SOCK</c> of the engine, if it is set.</value>
    public readonly string? AgentSocketPath;

    /// <summary>How many attempts to connect may fail before it counts as a failure; -1: any number.</summary>
    /// <value>Default: 10.</value>
    public readonly int? DialErrorLimit;

    /// <summary>Name or address of the host on the way.</summary>
    public readonly string Host;

    /// <summary>The public key that the host must show, as in <c>/etc/ssh/ssh_host_ed25519_key.pub</c>.</summary>
    /// <value>Default: any key is accepted.</value>
    public readonly string? HostKey;

    /// <summary>The password of the user on the host on the way. A secret.</summary>
    public readonly string? Password;

    /// <summary>Seconds that one attempt to connect may take; 0: any time.</summary>
    /// <value>Default: 15.</value>
    public readonly int? PerDialTimeout;

    /// <summary>The port that its ssh server listens on, 1 to 65535.</summary>
    /// <value>Default: 22.</value>
    public readonly double? Port;

    /// <summary>The private key itself, not a path to it. It is offered before the password. A secret.</summary>
    public readonly string? PrivateKey;

    /// <summary>The passphrase of the private key. A secret.</summary>
    public readonly string? PrivateKeyPassword;

    /// <summary>The user to log in as on the host on the way.</summary>
    /// <value>Default: <c>root</c>.</value>
    public readonly string? User;

    [OutputConstructor]
    private ProxyConnection(
        string? agentSocketPath,
        int? dialErrorLimit,
        string host,
        string? hostKey,
        string? password,
        int? perDialTimeout,
        double? port,
        string? privateKey,
        string? privateKeyPassword,
        string? user)
    {
        AgentSocketPath = agentSocketPath;
        DialErrorLimit = dialErrorLimit;
        Host = host;
        HostKey = hostKey;
        Password = password;
        PerDialTimeout = perDialTimeout;
        Port = port;
        PrivateKey = privateKey;
        PrivateKeyPassword = privateKeyPassword;
        User = user;
    }
}
