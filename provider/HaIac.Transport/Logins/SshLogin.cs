namespace HaIac.Transport.Logins;

/// <summary>A host, and the way to it.</summary>
/// <param name="Target">The host.</param>
/// <param name="Proxy">The host to go through; null: the target is reached directly.</param>
public sealed record SshLogin(SshHop Target, SshHop? Proxy = null)
{
    /// <summary>The way as it is shown in messages; without credentials.</summary>
    public override string ToString() => Proxy is null ? $"{Target}" : $"{Target} through {Proxy}";
}
