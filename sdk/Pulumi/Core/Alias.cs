namespace Pulumi;

/// <summary>
/// An earlier identity of a resource. The engine takes a resource in the state that has it for the declared one, and so
/// renames it instead of deleting and creating. Parts that are not set are the resource's present ones, so a resource that
/// was renamed only needs its old <see cref="Name"/>.
/// </summary>
public sealed class Alias
{
    /// <summary>The whole earlier URN; no other part may be set beside it.</summary>
    public string? Urn { get; set; }

    /// <summary>The name that the program gave before; <c>null</c> if it is the present one.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The type token before, such as <c>pkg:module:Name</c>; <c>null</c> if it is the present one.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The stack it was in before, by its short name; <c>null</c> for the running one.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The project it was in before; <c>null</c> for the running one.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The earlier parent. At most one of Parent, <see cref="ParentUrn"/> and <see cref="NoParent"/> may be set.</summary>
    public Resource? Parent { get; set; }

    /// <summary>URN of the earlier parent, where the program no longer declares it.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether the resource stood directly below the stack before. Default: false.</summary>
    public bool NoParent { get; set; }
}
