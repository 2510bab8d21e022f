namespace Pulumi;

/// <summary>What is wrong with one property.</summary>
/// <param name="propertyPath">Path of the property, such as <c>operations[0].interval</c>.</param>
/// <param name="reason">What is wrong and how to mend it.</param>
public class PropertyError(string propertyPath, string reason)
{
    /// <summary>Path of the property, such as <c>operations[0].interval</c>.</summary>
    public string PropertyPath { get; set; } = propertyPath;

    /// <summary>What is wrong and how to mend it.</summary>
    public string Reason { get; set; } = reason;
}
