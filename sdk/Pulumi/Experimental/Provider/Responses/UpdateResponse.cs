namespace Pulumi.Experimental.Provider;

/// <summary>The object after a change, or as it would be.</summary>
public sealed class UpdateResponse
{
    /// <summary>Its properties; in a preview <see cref="PropertyValue.Computed"/> where a value cannot be foretold.</summary>
    public IDictionary<string, PropertyValue>? Outputs { get; set; }

    /// <summary>Whether the engine should read the object again before it next updates it. Default: false. Not in the official SDK.</summary>
    public bool RefreshBeforeUpdate { get; set; }
}
