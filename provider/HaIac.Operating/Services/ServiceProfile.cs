using HaIac.Cib.Values;

namespace HaIac.Operating.Services;

/// <summary>A service as its program declares it, as far as operating it needs that. For a service that no program declares all but the name are defaults.</summary>
/// <param name="Name">Its name: title of the declaration, or what an operator typed.</param>
internal sealed record ServiceProfile(string Name)
{
    /// <summary>Name of the daemon; may differ from the title. Default: the title.</summary>
    public string ServiceName { get; init; } = Name;

    /// <summary>Id of its primitive in the CIB. Default: null, found by name.</summary>
    public CibId? PrimitiveId { get; init; }

    /// <summary>Prefix that ids of primitives have. Default: empty; <c>p_</c> is recognised on every cluster anyway.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Unit of the init system that runs the same daemon. Default: null, the service's name without prefix.</summary>
    public string? Unit { get; init; }

    /// <summary>The nodes that it is placed on. Default: empty, every full member of the cluster.</summary>
    public ValueList<NodeName> Nodes { get; init; } = [];

    /// <summary>How the init system's own daemon is taken over.</summary>
    public TakeoverSettings Takeover { get; init; } = new();

    /// <summary>What starting and stopping wait for, and how patiently.</summary>
    public WaitSettings Waits { get; init; } = new();

    /// <summary>When failures are cleaned up.</summary>
    public CleanupSettings Cleanup { get; init; } = new();

    /// <summary>Whether nodes are allowed one by one, for clusters in which resources may run nowhere by default.</summary>
    public OptInSettings OptIn { get; init; } = new();

    /// <summary>How it is restarted.</summary>
    public RestartSettings Restart { get; init; } = new();

    /// <summary>What its status looks at.</summary>
    public StatusSettings Status { get; init; } = new();
}
