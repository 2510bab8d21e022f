namespace HaIac.Transport.Logins;

/// <summary>One host to log in to, with the credentials themselves instead of places where ssh finds them.</summary>
public sealed record SshHop
{
    /// <summary>Name or address of the host.</summary>
    public required string Host { get; init; }

    /// <summary>Port 1 to 65535. Default 22.</summary>
    public int Port { get; init; } = 22;

    /// <summary>The user to log in as. Default <c>root</c>.</summary>
    public string User { get; init; } = "root";

    /// <summary>The private key; null: none. A secret.</summary>
    public string? PrivateKey { get; init; }

    /// <summary>The passphrase of the key; null: none. A secret.</summary>
    public string? Passphrase { get; init; }

    /// <summary>The password; null: none. A secret.</summary>
    public string? Password { get; init; }

    /// <summary>The public key that the host must show (type and base64 text); null: any is accepted.</summary>
    public string? HostKey { get; init; }

    /// <summary>Path of the socket of an ssh agent; null: <c>SSH_AUTH_SOCK</c>, unless there is a key.</summary>
    public string? AgentSocket { get; init; }

    /// <summary>Limit for one attempt to connect; zero: none. Default 15 s.</summary>
    public TimeSpan DialTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many attempts may fail before the next failure counts; negative: any number. Default 10.</summary>
    public int DialErrorLimit { get; init; } = 10;

    /// <summary>The host as it is shown in messages; without credentials.</summary>
    public override string ToString() => $"{User}@{Host}{(Port == 22 ? "" : $" port {Port}")}";
}
