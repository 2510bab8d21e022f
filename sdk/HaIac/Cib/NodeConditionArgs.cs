using Pulumi;

namespace HaIac.Cib;

/// <summary>A condition on an attribute of a node. Source: Pacemaker Explained, Rules, Node Attribute Expressions.</summary>
public sealed class NodeConditionArgs : ResourceArgs
{
    /// <summary>Name of the attribute; Pacemaker itself gives every node #uname, #kind and others.</summary>
    /// <value>Required.</value>
    [Input("attribute", required: true)]
    public Input<string>? Attribute { get; set; }

    /// <summary>How it is compared: eq, ne, lt, lte, gt, gte, defined, not_defined.</summary>
    /// <value>Required.</value>
    [Input("comparison", required: true)]
    public Input<string>? Comparison { get; set; }

    /// <summary>What it is compared with.</summary>
    /// <value>Required, but not with defined and not_defined.</value>
    [Input("value")]
    public Input<string>? Value { get; set; }

    /// <summary>What both sides are taken for: string, integer, number, version.</summary>
    /// <value>Default: string for eq and ne, else integer.</value>
    [Input("type")]
    public Input<string>? Type { get; set; }
}
