using HaIac.Cib;

namespace HaIac;

/// <summary>How a service runs in containers. Source: Pacemaker Explained, Bundles.</summary>
/// <remarks>
/// Numbers and words can be set by the service's <see cref="ResourceHash"/> too: <c>image</c>, <c>technology</c>, <c>replicas</c>,
/// <c>replicas-per-host</c>, <c>promoted-max</c>, <c>run-command</c>, <c>network</c>, <c>options</c>, <c>control-port</c>.
/// </remarks>
public sealed class BundleSettings
{
    /// <summary>
    /// The agent of the resource inside each container. The image must hold it, pacemaker_remoted and, for promotion, crm_attribute; on the host's network also the
    /// file /etc/libqb/force-filesystem-sockets: without it pacemaker_remoted takes the names of the node's own sockets, finds them in use and ends.
    /// Nodes and containers need the same key in /etc/pacemaker/authkey.
    /// </summary>
    /// <value>Default: none, the containers run the run command. Promotion needs one.</value>
    public string? Agent { get; set; }

    /// <summary>What runs the containers: podman or docker.</summary>
    /// <value>Default: podman.</value>
    public string? Technology { get; set; }

    /// <summary>How many containers run in the whole cluster.</summary>
    /// <value>1 or more. Default: 1 with <see cref="HaMode.ActivePassive"/>; required in other modes.</value>
    public int? Replicas { get; set; }

    /// <summary>How many containers may run on one node.</summary>
    /// <value>1 or more. Default: 1.</value>
    public int? ReplicasPerHost { get; set; }

    /// <summary>How many instances are promoted at once, with <see cref="HaMode.Promotable"/>.</summary>
    /// <value>1 to <see cref="Replicas"/>. Default: 1.</value>
    public int? PromotedMax { get; set; }

    /// <summary>What runs in the container.</summary>
    /// <value>Default: pacemaker_remoted where a resource is inside, else what the image says.</value>
    public string? RunCommand { get; set; }

    /// <summary>The technology's network.</summary>
    /// <value>Default: host, so that the daemon is reached as if it ran on the node.</value>
    public string Network { get; set; } = "host";

    /// <summary>Further options on the technology's command line.</summary>
    /// <value>Default: none.</value>
    public string? Options { get; set; }

    /// <summary>Port on which the cluster talks to the containers; on the host's network each bundle needs its own.</summary>
    /// <value>1 to 65535. Default: 3121 with a resource inside.</value>
    public int? ControlPort { get; set; }

    /// <summary>Directories and files of the host that each container sees.</summary>
    /// <value>Default: none.</value>
    public List<StorageMappingArgs> Storage { get; set; } = [];

    /// <summary>Ports of the host that lead into the containers, where they are not on the host's network.</summary>
    /// <value>Default: none.</value>
    public List<PortMappingArgs> Ports { get; set; } = [];
}
