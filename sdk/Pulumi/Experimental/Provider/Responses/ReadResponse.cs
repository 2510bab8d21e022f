namespace Pulumi.Experimental.Provider;

/// <summary>The present state of an object.</summary>
public sealed class ReadResponse
{
    /// <summary>Its id; null or empty if the object does not exist.</summary>
    public string? Id { get; set; }

    /// <summary>Its properties.</summary>
    public IDictionary<string, PropertyValue>? Outputs { get; set; }

    /// <summary>Inputs that would lead to this state. An import fails without them.</summary>
    public IDictionary<string, PropertyValue>? Inputs { get; set; }

    /// <summary>Whether the engine should read the object again before it next updates it. Default: false. Not in the official SDK.</summary>
    public bool RefreshBeforeUpdate { get; set; }
}
