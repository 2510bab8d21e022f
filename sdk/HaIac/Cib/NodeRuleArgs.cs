using Pulumi;

namespace HaIac.Cib;

/// <summary>Says by their attributes which nodes a location constraint is about. Source: Pacemaker Explained, Rules.</summary>
public sealed class NodeRuleArgs : ResourceArgs
{
    /// <summary>Whether all conditions must hold (and) or one is enough (or).</summary>
    /// <value>Default: and.</value>
    [Input("operator")]
    public Input<string>? Operator { get; set; }

    [Input("conditions", required: true)]
    private InputList<NodeConditionArgs>? _conditions;

    /// <summary>The conditions.</summary>
    /// <value>Required, at least one.</value>
    public InputList<NodeConditionArgs> Conditions
    {
        get => _conditions ??= new InputList<NodeConditionArgs>();
        set => _conditions = value;
    }
}
