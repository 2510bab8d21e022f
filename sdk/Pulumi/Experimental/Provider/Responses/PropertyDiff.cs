namespace Pulumi.Experimental.Provider;

/// <summary>The change of one property.</summary>
public sealed class PropertyDiff
{
    /// <summary>How it changes.</summary>
    public PropertyDiffKind Kind { get; set; }

    /// <summary>Whether old and new inputs differ (true), or the old outputs and the new inputs (false). Default: false.</summary>
    public bool InputDiff { get; set; }
}
