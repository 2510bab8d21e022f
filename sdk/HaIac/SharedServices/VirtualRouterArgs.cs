namespace HaIac.SharedServices;

/// <summary>Inputs of a <see cref="VirtualRouter"/>. Its <see cref="ReadyServiceArgs.Addresses"/> are what others use as their gateway.</summary>
public sealed class VirtualRouterArgs : ReadyServiceArgs
{
    /// <summary>Daemon that knows the connections of all routers; the gateway's addresses then live where it is promoted.</summary>
    /// <value>Default: none; connections end when the router moves.</value>
    public Conntrackd? Conntrackd { get; set; }
}
