namespace Pulumi.Experimental.Provider;

/// <summary>
/// The object exists, but it is not healthy. The engine keeps it in the state with the reasons, fails the step, and updates it the
/// next time even if nothing else changed. For create, update and read. Not in the official SDK.
/// </summary>
/// <param name="id">Id of the object.</param>
/// <param name="outputs">Its properties as they are now.</param>
/// <param name="reasons">Why it is not healthy, one entry a reason; the engine prints each on a line of its own.</param>
public class ResourceInitializationException(string id, IDictionary<string, PropertyValue> outputs, IReadOnlyList<string> reasons)
    : Exception($"Resource \"{id}\" exists but is not healthy: {string.Join("; ", reasons)}")
{
    /// <summary>Id of the object.</summary>
    public string Id { get; } = id;

    /// <summary>Its properties as they are now.</summary>
    public IDictionary<string, PropertyValue> Outputs { get; } = outputs;

    /// <summary>Why it is not healthy.</summary>
    public IReadOnlyList<string> Reasons { get; } = reasons;

    /// <summary>Inputs that would lead to this state; only a read needs them.</summary>
    public IDictionary<string, PropertyValue>? Inputs { get; init; }

    /// <summary>Whether the engine should read the object again before it updates it. Default: false.</summary>
    public bool RefreshBeforeUpdate { get; init; }
}
