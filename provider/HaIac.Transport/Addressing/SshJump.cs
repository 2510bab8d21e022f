namespace HaIac.Transport.Addressing;

/// <summary>A host that ssh goes through on its way to the nodes.</summary>
/// <param name="User">The user to log in as there; null: what the ssh configuration says, otherwise the name of the local user.</param>
/// <param name="Host">The host.</param>
public sealed record SshJump(string? User, SshHost Host)
{
    /// <summary>The jump as ssh's option ProxyJump takes it: <c>user@host:port</c>.</summary>
    public override string ToString()
    {
        var name = Host.Name.Contains(':', StringComparison.Ordinal) ? $"[{Host.Name}]" : Host.Name;
        return $"{(User is null ? "" : $"{User}@")}{name}{(Host.Port is { } port ? $":{port}" : "")}";
    }
}
