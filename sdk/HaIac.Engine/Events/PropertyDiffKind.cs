namespace HaIac.Engine.Events;

/// <summary>What happens to a property, and whether it forces a replacement.</summary>
public enum PropertyDiffKind
{
    /// <summary>Added.</summary>
    Add,

    /// <summary>Added, which replaces the resource.</summary>
    AddReplace,

    /// <summary>Removed.</summary>
    Delete,

    /// <summary>Removed, which replaces the resource.</summary>
    DeleteReplace,

    /// <summary>Changed.</summary>
    Update,

    /// <summary>Changed, which replaces the resource.</summary>
    UpdateReplace,
}
