using HaIac.Cib.Values;

namespace HaIac.Cib.Resources;

/// <summary>A port, or a range of ports, of the host that leads into the containers of a bundle. Set <see cref="Port"/> or <see cref="Range"/>.</summary>
/// <remarks>It is known by its id where one is declared, else by its port or range. Source: Pacemaker Explained, Bundles, Bundle Network Properties.</remarks>
public sealed record PortMapping
{
    /// <summary>Its id. Default: null, one from the bundle's: <c>BUNDLE-port-map-PORT</c>.</summary>
    public CibId? Id { get; init; }

    /// <summary>The port on the address of the replica, 1 to 65535.</summary>
    public int? Port { get; init; }

    /// <summary>The port inside the container, 1 to 65535; null means the same as <see cref="Port"/>.</summary>
    public int? InternalPort { get; init; }

    /// <summary>Several ports, the same inside and outside: <c>FIRST-LAST</c>.</summary>
    public string? Range { get; init; }
}
