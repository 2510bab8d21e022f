using Pulumi;

namespace HaIac.Cib;

/// <summary>Inputs of a <see cref="Primitive"/>; also a resource inside a clone or group. Source: Pacemaker Explained, Primitive.</summary>
public sealed class PrimitiveArgs : CibObjectArgs
{
    /// <summary>Id in the CIB; an XML name without a colon, unique in the whole configuration.</summary>
    /// <value>Default: the name of the resource.</value>
    public string? CibId { get; set; }

    /// <summary>Name of the agent: standard:provider:type or standard:type, such as ocf:heartbeat:IPaddr2 or systemd:haproxy.</summary>
    /// <value>Required. Another agent replaces the resource.</value>
    [Input("agent", required: true)]
    public Input<string>? Agent { get; set; }

    [Input("parameters")]
    private InputMap<string>? _parameters;

    /// <summary>Instance attributes: what the agent is told.</summary>
    /// <value>Default: none.</value>
    public InputMap<string> Parameters
    {
        get => _parameters ??= new InputMap<string>();
        set => _parameters = value;
    }

    [Input("meta")]
    private InputMap<string>? _meta;

    /// <summary>Meta attributes: what the cluster is told. What operators set (target-role, is-managed) is left alone unless it is declared here.</summary>
    /// <value>Default: none.</value>
    public InputMap<string> Meta
    {
        get => _meta ??= new InputMap<string>();
        set => _meta = value;
    }

    [Input("operations")]
    private InputList<OperationArgs>? _operations;

    /// <summary>Operations.</summary>
    /// <value>Default: none; the cluster then uses its own for start and stop, and does not monitor.</value>
    public InputList<OperationArgs> Operations
    {
        get => _operations ??= new InputList<OperationArgs>();
        set => _operations = value;
    }

    // Ids are plain texts in the program, so that others can refer to them before anything is created.
    [Input("cibId")]
    private Input<string>? CibIdInput => CibId is { } id ? (Input<string>)id : null;
}
