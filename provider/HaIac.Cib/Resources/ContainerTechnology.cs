namespace HaIac.Cib.Resources;

/// <summary>What runs the containers of a bundle.</summary>
public enum ContainerTechnology
{
    /// <summary>Docker.</summary>
    Docker,

    /// <summary>Podman; schema 3.1 or later.</summary>
    Podman,

    /// <summary>rkt, which is no longer made; Pacemaker 3 does not know it.</summary>
    Rkt,
}
