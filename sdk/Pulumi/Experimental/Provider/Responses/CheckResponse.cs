namespace Pulumi.Experimental.Provider;

/// <summary>The checked inputs, or what is wrong with them.</summary>
public sealed class CheckResponse
{
    /// <summary>The inputs with defaults filled in; null if the check failed.</summary>
    public IDictionary<string, PropertyValue>? Inputs { get; set; }

    /// <summary>All that is wrong; each is shown as an error of the resource, and any of them fails it.</summary>
    public IList<CheckFailure>? Failures { get; set; }
}
