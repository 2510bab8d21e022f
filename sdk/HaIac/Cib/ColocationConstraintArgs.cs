using Pulumi;

namespace HaIac.Cib;

/// <summary>Inputs of a <see cref="ColocationConstraint"/>. Source: Pacemaker Explained, Colocation.</summary>
public sealed class ColocationConstraintArgs : CibObjectArgs
{
    /// <summary>Id in the CIB; an XML name without a colon, unique in the whole configuration.</summary>
    /// <value>Default: the name of the resource.</value>
    public string? CibId { get; set; }

    /// <summary>Id of the resource that is placed relative to the other.</summary>
    /// <value>Required.</value>
    [Input("dependent", required: true)]
    public Input<string>? Dependent { get; set; }

    /// <summary>Id of the resource that it is placed relative to.</summary>
    /// <value>Required.</value>
    [Input("primary", required: true)]
    public Input<string>? Primary { get; set; }

    /// <summary>How strongly: -1000000 to 1000000, or INFINITY (must), -INFINITY (must not).</summary>
    /// <value>Default: INFINITY.</value>
    [Input("score")]
    public Input<string>? Score { get; set; }

    /// <summary>Only when the dependent is in this role.</summary>
    /// <value>Default: any.</value>
    [Input("dependentRole")]
    public Input<string>? DependentRole { get; set; }

    /// <summary>Only where the primary is in this role.</summary>
    /// <value>Default: any.</value>
    [Input("primaryRole")]
    public Input<string>? PrimaryRole { get; set; }

    // Ids are plain texts in the program, so that others can refer to them before anything is created.
    [Input("cibId")]
    private Input<string>? CibIdInput => CibId is { } id ? (Input<string>)id : null;
}
