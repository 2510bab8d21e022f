using Pulumi;

namespace HaIac.Cib;

/// <summary>Inputs of a <see cref="LocationConstraint"/>. Source: Pacemaker Explained, Location.</summary>
public sealed class LocationConstraintArgs : CibObjectArgs
{
    /// <summary>Id in the CIB; an XML name without a colon, unique in the whole configuration.</summary>
    /// <value>Default: the name of the resource.</value>
    public string? CibId { get; set; }

    /// <summary>Id of the resource.</summary>
    /// <value>Required.</value>
    [Input("resource", required: true)]
    public Input<string>? Resource { get; set; }

    /// <summary>Name of the node.</summary>
    /// <value>This or <see cref="Rule"/> is required.</value>
    [Input("node")]
    public Input<string>? Node { get; set; }

    /// <summary>Which nodes get the score, by their attributes.</summary>
    /// <value>This or <see cref="Node"/> is required.</value>
    [Input("rule")]
    public Input<NodeRuleArgs>? Rule { get; set; }

    /// <summary>How strongly: -1000000 to 1000000, or INFINITY, -INFINITY.</summary>
    /// <value>Required.</value>
    [Input("score", required: true)]
    public Input<string>? Score { get; set; }

    /// <summary>Only for instances in this role.</summary>
    /// <value>Default: any.</value>
    [Input("role")]
    public Input<string>? Role { get; set; }

    /// <summary>Whether the node is probed for the resource: always, never, exclusive.</summary>
    /// <value>Default: always.</value>
    [Input("discovery")]
    public Input<string>? Discovery { get; set; }

    // Ids are plain texts in the program, so that others can refer to them before anything is created.
    [Input("cibId")]
    private Input<string>? CibIdInput => CibId is { } id ? (Input<string>)id : null;
}
