using Pulumi;

namespace HaIac.Cib;

/// <summary>Inputs of a <see cref="Clone"/>. Source: Pacemaker Explained, Clones.</summary>
public sealed class CloneArgs : CibObjectArgs
{
    /// <summary>Id in the CIB; an XML name without a colon, unique in the whole configuration.</summary>
    /// <value>Default: the name of the resource.</value>
    public string? CibId { get; set; }

    /// <summary>The resource that is cloned; needs a CibId.</summary>
    /// <value>This or Group is required.</value>
    [Input("primitive")]
    public Input<PrimitiveArgs>? Primitive { get; set; }

    /// <summary>The group that is cloned; needs a CibId.</summary>
    /// <value>This or Primitive is required.</value>
    [Input("group")]
    public Input<GroupArgs>? Group { get; set; }

    /// <summary>Whether instances can be promoted; the agent needs promote and demote.</summary>
    /// <value>Default: false.</value>
    [Input("promotable")]
    public Input<bool>? Promotable { get; set; }

    [Input("meta")]
    private InputMap<string>? _meta;

    /// <summary>Meta attributes of the clone: clone-max (instances), clone-node-max (instances per node), interleave, ordered, notify.</summary>
    /// <value>Default: none.</value>
    public InputMap<string> Meta
    {
        get => _meta ??= new InputMap<string>();
        set => _meta = value;
    }

    // Ids are plain texts in the program, so that others can refer to them before anything is created.
    [Input("cibId")]
    private Input<string>? CibIdInput => CibId is { } id ? (Input<string>)id : null;
}
