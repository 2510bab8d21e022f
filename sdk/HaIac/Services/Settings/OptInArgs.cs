using Pulumi;

namespace HaIac;

/// <summary>
/// Location constraints that allow the service on each of its nodes, for clusters in which resources run nowhere unless they are allowed
/// (<c>symmetric-cluster=false</c>). Their ids are <c>ID-on-NODE</c>, with the id of the outermost object. Requirements J1 to J5.
/// </summary>
public sealed class OptInArgs : ResourceArgs
{
    /// <summary>Whether they are made.</summary>
    /// <value>Default: false.</value>
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    /// <summary>Their score: −1 000 000 to 1 000 000, or INFINITY.</summary>
    /// <value>Default: 100.</value>
    [Input("score")]
    public Input<string>? Score { get; set; }
}
