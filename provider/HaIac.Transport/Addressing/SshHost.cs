namespace HaIac.Transport.Addressing;

/// <summary>One host of an ssh address.</summary>
/// <param name="Name">Host name, alias of the ssh configuration, or address without brackets.</param>
/// <param name="Port">Port 1 to 65535; null: what the ssh configuration says, otherwise 22.</param>
public sealed record SshHost(string Name, int? Port)
{
    /// <summary>The host as it is shown in messages.</summary>
    public override string ToString() => Port is { } port ? $"{Name} port {port}" : Name;
}
