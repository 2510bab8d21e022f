using Pulumi;

namespace HaIac;

/// <summary>What every service component lets its user choose about high availability and operation.</summary>
/// <remarks>
/// A component of one's own takes a class that is derived from this one and hands it to each of its services by <see cref="ToService"/>.
/// The table of the original design's parameters is in <c>sdk/HaIac/Services/README.md</c>.
/// </remarks>
public abstract partial class ServiceSettings : ResourceArgs
{
    private HaMode? _haMode;
    private OrderingPolicy? _ordering;
    private Distribution? _distribution;
    private InputList<string>? _nodes;
    private InputMap<string>? _restartOn;

    /// <summary>How the service is made highly available.</summary>
    /// <value>Default: <see cref="HaMode.Disabled"/>, which yields no cluster resource and touches nothing on the nodes.</value>
    public HaMode HaMode
    {
        get => _haMode ?? HaMode.Disabled;
        set => _haMode = value;
    }

    /// <summary>How the service becomes cluster resources.</summary>
    /// <value>Default: the native unit of the service, or what the component's summary says.</value>
    public PacemakerClass? PacemakerClass { get; set; }

    /// <summary>Parameters for the <see cref="PacemakerClass"/>, which says what it accepts.</summary>
    /// <value>Default: empty, the class's defaults hold.</value>
    public ResourceHash ResourceHash { get; set; } = [];

    /// <summary>Instance attributes: what the agent is told. The same as <c>param.NAME</c> in <see cref="ResourceHash"/>.</summary>
    /// <value>Default: empty. Classes whose agents take none, such as systemd, refuse them.</value>
    public ResourceHash Parameters { get; set; } = [];

    /// <summary>Operations, as a list or by name: <c>monitor</c>, <c>monitor:Promoted</c>. They are laid over the class's own.</summary>
    /// <value>Default: empty, the class's own operations.</value>
    public OperationSet Operations { get; set; } = [];

    /// <summary>Where operations come from that are not declared in <see cref="Operations"/>.</summary>
    /// <value>Default: <see cref="OperationDefaults.Class"/>.</value>
    public OperationDefaults? OperationDefaults { get; set; }

    /// <summary>Meta attributes of the primitive. The same as <c>meta.NAME</c> in <see cref="ResourceHash"/>.</summary>
    /// <value>Default: empty, the class's own.</value>
    public ResourceHash Metadata { get; set; } = [];

    /// <summary>Meta attributes of the clone, group or bundle around the primitive. The same as <c>wrapper.NAME</c> in <see cref="ResourceHash"/>.</summary>
    /// <value>Default: empty. An error in a mode that yields no wrapper.</value>
    public ResourceHash WrapperMetadata { get; set; } = [];

    /// <summary>Services that the cluster starts before this one.</summary>
    /// <value>Default: none.</value>
    public List<IOrdered> StartAfter { get; set; } = [];

    /// <summary>How strictly the order of <see cref="StartAfter"/> is kept.</summary>
    /// <value>Default: <see cref="OrderingPolicy.Optional"/>.</value>
    public OrderingPolicy Ordering
    {
        get => _ordering ?? OrderingPolicy.Optional;
        set => _ordering = value;
    }

    /// <summary>Whose packages run on the nodes; it decides the names of native units.</summary>
    /// <value>Default: <see cref="Distribution.Debian"/>.</value>
    public Distribution Distribution
    {
        get => _distribution ?? Distribution.Debian;
        set => _distribution = value;
    }

    /// <summary>Names of the nodes on which the service is placed, as the cluster knows them.</summary>
    /// <value>Default: every full member of the cluster.</value>
    public InputList<string> Nodes
    {
        get => _nodes ??= new InputList<string>();
        set => _nodes = value;
    }

    /// <summary>With <see cref="HaMode.Disabled"/>: whether the init system of each node shall run the daemon. In other modes the cluster decides.</summary>
    /// <value>Default: not set, the service is not touched.</value>
    public Input<bool>? Running { get; set; }

    /// <summary>With <see cref="HaMode.Disabled"/>: whether the init system of each node shall start the daemon at boot.</summary>
    /// <value>Default: not set, the service is not touched.</value>
    public Input<bool>? Enabled { get; set; }

    /// <summary>Values by name whose change restarts the service, such as checksums of its configuration files; in every mode.</summary>
    /// <value>Default: none.</value>
    public InputMap<string> RestartOn
    {
        get => _restartOn ??= new InputMap<string>();
        set => _restartOn = value;
    }

    /// <summary>What the running service does when a value of <see cref="RestartOn"/> or a script has changed.</summary>
    /// <value>Default: <see cref="ChangeReaction.Reload"/> where unit or agent can, else <see cref="ChangeReaction.Restart"/>.</value>
    public ChangeReaction? OnChange { get; set; }

    /// <summary>Agent scripts that are on every eligible node before the cluster refers to them.</summary>
    /// <value>Default: none; the agents are installed by packages.</value>
    public List<AgentScript> Scripts { get; set; } = [];

    /// <summary>Root of the OCF agents on the nodes; a script goes to <c>ROOT/resource.d/PROVIDER/TYPE</c>.</summary>
    /// <value>Default: /usr/lib/ocf.</value>
    public string? AgentRoot { get; set; }

    /// <summary>The debug handler.</summary>
    /// <value>Default: installed for agents of standard ocf.</value>
    public HandlerArgs? Handler { get; set; }

    /// <summary>How the native daemon is taken over.</summary>
    /// <value>Default: before the start.</value>
    public TakeoverArgs? Takeover { get; set; }

    /// <summary>Location constraints for clusters in which resources run nowhere unless they are allowed.</summary>
    /// <value>Default: none.</value>
    public OptInArgs? OptIn { get; set; }

    /// <summary>What starting and stopping wait for.</summary>
    /// <value>Default: some instance, at most 10 minutes.</value>
    public WaitArgs? Waits { get; set; }

    /// <summary>When failures are cleaned up.</summary>
    /// <value>Default: before start and stop, if there are any.</value>
    public CleanupArgs? Cleanup { get; set; }

    /// <summary>How the service is restarted.</summary>
    /// <value>Default: reload preferred, node by node.</value>
    public RestartArgs? Restart { get; set; }

    /// <summary>What its status looks at.</summary>
    /// <value>Default: anywhere for simple resources, each node for clones.</value>
    public StatusArgs? Status { get; set; }

    /// <summary>Whether the primitive and its wrapper are made; false when they are declared elsewhere, and only the daemon is taken over.</summary>
    /// <value>Default: true.</value>
    public bool? CreatePrimitive { get; set; }

    /// <summary>Prefix of the primitive's id, such as <c>p_</c> on clusters of the original design.</summary>
    /// <value>Default: none.</value>
    public string? Prefix { get; set; }

    /// <summary>Switches the service off entirely: it is in the program, and nothing is read, made or changed.</summary>
    /// <value>Default: false.</value>
    public bool? NoOp { get; set; }
}
