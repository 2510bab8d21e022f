namespace Pulumi.Experimental.Provider;

/// <summary>The object after a change, or as it would be.</summary>
public sealed class UpdateResponse
{
    /// <summary>Its properties; in a preview <see cref="PropertyValue.Computed"/> where a value cannot be foretold.</summary>
    public IDictionary<string, PropertyValue>? Outputs { get; set; }
}
