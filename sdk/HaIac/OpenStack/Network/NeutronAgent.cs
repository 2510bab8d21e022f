namespace HaIac.OpenStack;

/// <summary>An agent of Neutron (Networking) on network nodes.</summary>
public enum NeutronAgent
{
    /// <summary>Programs Open vSwitch.</summary>
    OpenVSwitch,

    /// <summary>Answers DHCP.</summary>
    Dhcp,

    /// <summary>Routes.</summary>
    L3,

    /// <summary>Passes questions of instances for their metadata on.</summary>
    Metadata,
}
