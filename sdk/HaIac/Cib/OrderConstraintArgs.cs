using Pulumi;

namespace HaIac.Cib;

/// <summary>Inputs of an <see cref="OrderConstraint"/>. Source: Pacemaker Explained, Ordering.</summary>
public sealed class OrderConstraintArgs : CibObjectArgs
{
    /// <summary>Id in the CIB; an XML name without a colon, unique in the whole configuration.</summary>
    /// <value>Default: the name of the resource.</value>
    public string? CibId { get; set; }

    /// <summary>Id of the resource that goes first.</summary>
    /// <value>Required.</value>
    [Input("first", required: true)]
    public Input<string>? First { get; set; }

    /// <summary>Id of the resource that follows.</summary>
    /// <value>Required.</value>
    [Input("then", required: true)]
    public Input<string>? Then { get; set; }

    /// <summary>Action of the first that must be done: start, promote, stop, demote.</summary>
    /// <value>Default: start.</value>
    [Input("firstAction")]
    public Input<string>? FirstAction { get; set; }

    /// <summary>Action of the second that then may be done.</summary>
    /// <value>Default: that of the first.</value>
    [Input("thenAction")]
    public Input<string>? ThenAction { get; set; }

    /// <summary>Mandatory, Optional (only within one transition) or Serialize (never at the same time).</summary>
    /// <value>Default: Mandatory.</value>
    [Input("kind")]
    public Input<string>? Kind { get; set; }

    /// <summary>Whether stopping goes in the reverse order.</summary>
    /// <value>Default: true, false for Serialize.</value>
    [Input("symmetrical")]
    public Input<bool>? Symmetrical { get; set; }

    /// <summary>Whether all instances of a clone that goes first must be active.</summary>
    /// <value>Default: true.</value>
    [Input("requireAll")]
    public Input<bool>? RequireAll { get; set; }

    // Ids are plain texts in the program, so that others can refer to them before anything is created.
    [Input("cibId")]
    private Input<string>? CibIdInput => CibId is { } id ? (Input<string>)id : null;
}
