namespace Pulumi.Experimental.Provider;

/// <summary>How a property changes, and whether the change forces a replacement.</summary>
public enum PropertyDiffKind
{
    /// <summary>It is added.</summary>
    Add = 0,

    /// <summary>It is added, which forces a replacement.</summary>
    AddReplace = 1,

    /// <summary>It is removed.</summary>
    Delete = 2,

    /// <summary>It is removed, which forces a replacement.</summary>
    DeleteReplace = 3,

    /// <summary>Its value changes.</summary>
    Update = 4,

    /// <summary>Its value changes, which forces a replacement.</summary>
    UpdateReplace = 5,
}
