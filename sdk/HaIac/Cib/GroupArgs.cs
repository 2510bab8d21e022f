using Pulumi;

namespace HaIac.Cib;

/// <summary>Inputs of a <see cref="Group"/>.</summary>
public sealed class GroupArgs : CibObjectArgs
{
    /// <summary>Id in the CIB; an XML name without a colon, unique in the whole configuration.</summary>
    /// <value>Default: the name of the resource.</value>
    public string? CibId { get; set; }

    [Input("primitives", required: true)]
    private InputList<PrimitiveArgs>? _primitives;

    /// <summary>Members in the order in which they start; each needs a CibId.</summary>
    /// <value>Required, at least one.</value>
    public InputList<PrimitiveArgs> Primitives
    {
        get => _primitives ??= new InputList<PrimitiveArgs>();
        set => _primitives = value;
    }

    [Input("meta")]
    private InputMap<string>? _meta;

    /// <summary>Meta attributes of the group, which its members inherit.</summary>
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
