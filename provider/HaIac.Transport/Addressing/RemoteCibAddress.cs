using HaIac.Cib.Values;

namespace HaIac.Transport.Addressing;

/// <summary>
/// A cluster whose CIB manager is reached over the network, without a login on a node
/// (<c>cib://user@host1,host2:port?tls=yes&amp;passwordFile=FILE</c>).
/// </summary>
/// <remarks>
/// Pacemaker's tools run on this host. Source: Pacemaker Explained, remote-tls-port and remote-clear-port; Pacemaker Administration, CIB_server and its like.
/// </remarks>
public sealed record RemoteCibAddress : ClusterAddress
{
    /// <summary>Creates the address.</summary>
    /// <param name="text">The address as it was written.</param>
    internal RemoteCibAddress(string text)
        : base(text)
    {
    }

    /// <summary>The user, a member of group haclient on the nodes. Default: hacluster.</summary>
    public string User { get; init; } = AddressDefaults.RemoteUser;

    /// <summary>The hosts with their ports, at least one, in the order in which they are tried.</summary>
    public required ValueList<SshHost> Hosts { get; init; }

    /// <summary>True: TLS, the port is the CIB's <c>remote-tls-port</c>. False: nothing is encrypted, it is <c>remote-clear-port</c>. Default: true.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Path of the file that holds the password (absolute); null: it is in the environment (<c>CIB_passwd</c>).</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Two addresses are equal when they lead to the same hosts in the same order in the same way.</summary>
    /// <param name="other">The other address.</param>
    /// <returns>True if they are equal.</returns>
    public bool Equals(RemoteCibAddress? other) =>
        other is not null && User == other.User && Hosts.Equals(other.Hosts) && Tls == other.Tls && PasswordFile == other.PasswordFile;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, Hosts[0], Hosts.Count, Tls);
}
