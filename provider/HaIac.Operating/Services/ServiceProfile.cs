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

    /// <summary>The agent of its primitive; null if unknown here, or if the cluster does not run it.</summary>
    public AgentName? Agent { get; init; }

    /// <summary>Whether its agent runs inside containers and is no file of the nodes.</summary>
    public bool InContainers { get; init; }

    /// <summary>Prefix that ids of primitives have. Default: empty; <c>p_</c> is recognised on every cluster anyway.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Unit of the init system that runs the same daemon. Default: null, the service's name without prefix.</summary>
    public string? Unit { get; init; }

    /// <summary>The nodes that it is placed on. Default: empty, every full member of the cluster.</summary>
    public ValueList<NodeName> Nodes { get; init; } = [];

    /// <summary>What the init system shall do with it while the cluster does not run it.</summary>
    public NativeSettings Native { get; init; } = new();

    /// <summary>What restarts it besides a change of its own.</summary>
    public ChangeSettings Changes { get; init; } = new();

    /// <summary>Scripts that must be on its nodes before it enters the cluster. Default: none.</summary>
    public ValueList<AgentScript> Scripts { get; init; } = [];

    /// <summary>The script to run its agent by hand.</summary>
    public HandlerSettings Handler { get; init; } = new();

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

    /// <summary>The units of the init system that run the same daemon: those named for the takeover, else its unit, else its name without prefix.</summary>
    public ValueList<string> NativeUnits => Takeover.Units.Count > 0 ? Takeover.Units : [NativeUnit];

    /// <summary>The unit that is its own: as declared, else its name without prefix (rule D4).</summary>
    public string NativeUnit => Unit ?? Unprefixed(ServiceName);

    /// <summary>Whether its agent runs the unit of the init system itself, which is then never stopped (rule E2).</summary>
    public bool AgentRunsUnit => Agent is { } agent && Takeover.NativeStandards.Contains(agent.Standard);

    private string Unprefixed(string name) =>
        Prefix.Length > 0 && name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..]
        : name.StartsWith("p_", StringComparison.Ordinal) ? name[2..]
        : name;
}
