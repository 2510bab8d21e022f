namespace HaIac.OpenStack;

/// <summary>Inputs of a daemon whose instances can share their work out if they have a coordination service.</summary>
public sealed class CoordinatedServiceArgs : ReadyServiceArgs
{
    /// <summary>Whether the daemon's configuration names a coordination service, such as Redis (<c>coordination/backend_url</c>).</summary>
    /// <value>Default: false, and then one instance is recommended.</value>
    public bool Coordinated { get; set; }
}
