namespace Pulumi.Experimental.Provider;

/// <summary>Something that is wrong with one input.</summary>
/// <param name="property">Path of the property, such as <c>operations[0].interval</c>.</param>
/// <param name="reason">What is wrong and how to mend it.</param>
public sealed class CheckFailure(string property, string reason)
{
    /// <summary>Path of the property, such as <c>operations[0].interval</c>.</summary>
    public string Property { get; set; } = property;

    /// <summary>What is wrong and how to mend it.</summary>
    public string Reason { get; set; } = reason;
}
