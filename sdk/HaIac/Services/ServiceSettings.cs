using Pulumi;

namespace HaIac;

/// <summary>What every service component lets its user choose about high availability.</summary>
public abstract class ServiceSettings : ResourceArgs
{
    /// <summary>How the service is made highly available.</summary>
    /// <value>Default: <see cref="HaMode.Disabled"/>, which yields no cluster resource.</value>
    public HaMode HaMode { get; set; }

    /// <summary>How the service becomes cluster resources.</summary>
    /// <value>Default: the systemd unit of the service, or what the component's summary says.</value>
    public PacemakerClass? PacemakerClass { get; set; }

    /// <summary>Parameters for the <see cref="PacemakerClass"/>.</summary>
    /// <value>Default: empty, the class's defaults hold.</value>
    public ResourceHash ResourceHash { get; set; } = [];

    /// <summary>Services that the cluster starts before this one.</summary>
    /// <value>Default: none.</value>
    public List<IOrdered> StartAfter { get; set; } = [];

    /// <summary>How strictly the order of <see cref="StartAfter"/> is kept.</summary>
    /// <value>Default: <see cref="OrderingPolicy.Optional"/>.</value>
    public OrderingPolicy Ordering { get; set; }

    /// <summary>Hands these settings down to a service of the component.</summary>
    /// <param name="service">The service, with what is its own.</param>
    internal ServiceArgs ToService(ServiceArgs service)
    {
        service.HaMode = HaMode;
        service.PacemakerClass = PacemakerClass;
        service.ResourceHash = ResourceHash;
        service.StartAfter = [.. StartAfter];
        service.Ordering = Ordering;
        return service;
    }
}
