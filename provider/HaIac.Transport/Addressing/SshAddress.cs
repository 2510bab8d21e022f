using HaIac.Cib.Values;

namespace HaIac.Transport.Addressing;

/// <summary>
/// A cluster whose nodes are reached with the OpenSSH client
/// (<c>ssh://user@host1,host2,host3[:port]?identity=FILE&amp;knownHosts=FILE&amp;strictHostKeyChecking=yes&amp;connectTimeout=10&amp;jump=user@host:port&amp;config=FILE</c>).
/// </summary>
/// <remarks>The hosts are tried in their order; the first that answers and has quorum is used.</remarks>
public sealed record SshAddress : ClusterAddress
{
    /// <summary>Creates the address.</summary>
    /// <param name="text">The address as it was written.</param>
    internal SshAddress(string text)
        : base(text)
    {
    }

    /// <summary>The user to log in as; null: what the ssh configuration says, otherwise the name of the local user.</summary>
    public string? User { get; init; }

    /// <summary>The hosts, at least one, in the order in which they are tried.</summary>
    public required ValueList<SshHost> Hosts { get; init; }

    /// <summary>Path of the private key (absolute); null: what ssh finds by itself. With a key given no other key is offered.</summary>
    public string? IdentityFile { get; init; }

    /// <summary>Path of the known-hosts file (absolute); null: the user's and the system's.</summary>
    public string? KnownHostsFile { get; init; }

    /// <summary>Whether a host key must be known before the first connection. Default: <see cref="HostKeyChecking.Yes"/>.</summary>
    public HostKeyChecking HostKeyChecking { get; init; } = HostKeyChecking.Yes;

    /// <summary>Limit for opening one connection. Default 10 s, range 1 s to 10 min.</summary>
    public TimeSpan ConnectTimeout { get; init; } = AddressDefaults.ConnectTimeout;

    /// <summary>
    /// The hosts to go through, in this order; empty: what the ssh configuration says. Key, known hosts and host key checking of the address hold for
    /// them too.
    /// </summary>
    public ValueList<SshJump> Jumps { get; init; } = [];

    /// <summary>Path of the ssh configuration file (absolute) that is read instead of the user's and the system's; null: those.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Two addresses are equal when they lead to the same hosts in the same order in the same way.</summary>
    /// <param name="other">The other address.</param>
    /// <returns>True if they are equal.</returns>
    public bool Equals(SshAddress? other) =>
        other is not null
        && User == other.User
        && Hosts.Equals(other.Hosts)
        && IdentityFile == other.IdentityFile
        && KnownHostsFile == other.KnownHostsFile
        && HostKeyChecking == other.HostKeyChecking
        && ConnectTimeout == other.ConnectTimeout
        && Jumps.Equals(other.Jumps)
        && ConfigFile == other.ConfigFile;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, Hosts[0], Hosts.Count, IdentityFile);
}
