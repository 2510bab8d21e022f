namespace Pulumi.Experimental.Provider;

/// <summary>What the project's setting <c>pulumi:autonaming</c> means for one resource. Not in the official SDK.</summary>
/// <param name="proposedName">The name that follows from the project's pattern; empty if names are not made up.</param>
/// <param name="mode">How binding it is.</param>
public sealed class AutonamingOptions(string proposedName, AutonamingMode mode)
{
    /// <summary>The name that follows from the project's pattern; empty if names are not made up.</summary>
    public string ProposedName { get; } = proposedName;

    /// <summary>How binding it is.</summary>
    public AutonamingMode Mode { get; } = mode;
}
