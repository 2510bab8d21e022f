namespace Pulumi;

/// <summary>
/// An earlier identity of a resource. Parts that are not set are the resource's present ones, so a resource that was
/// renamed only needs its old <see cref="Name"/>.
/// </summary>
public sealed class Alias
{
    /// <summary>The whole earlier URN; no other part may be set beside it.</summary>
    public string? Urn { get; set; }

    /// <summary>The earlier name.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The earlier type token.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The earlier stack.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The earlier project.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The earlier parent. At most one of Parent, <see cref="ParentUrn"/> and <see cref="NoParent"/> may be set.</summary>
    public Resource? Parent { get; set; }

    /// <summary>URN of the earlier parent.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether the resource had no parent before.</summary>
    public bool NoParent { get; set; }
}
