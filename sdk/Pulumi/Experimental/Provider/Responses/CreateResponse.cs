namespace Pulumi.Experimental.Provider;

/// <summary>The object that was created, or that would be.</summary>
public sealed class CreateResponse
{
    /// <summary>Its id, which never changes. Required except in a preview.</summary>
    public string? Id { get; set; }

    /// <summary>Its properties; in a preview <see cref="PropertyValue.Computed"/> where a value cannot be foretold.</summary>
    public IDictionary<string, PropertyValue>? Outputs { get; set; }

    /// <summary>Whether the engine should read the object again before it next updates it. Default: false. Not in the official SDK.</summary>
    public bool RefreshBeforeUpdate { get; set; }
}
