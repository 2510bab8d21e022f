namespace Pulumi;

/// <summary>What a transformation sees.</summary>
/// <param name="resource">The resource; it is not registered yet.</param>
/// <param name="args">Its args.</param>
/// <param name="options">Its options.</param>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    /// <summary>The resource; it is not registered yet.</summary>
    public Resource Resource { get; } = resource;

    /// <summary>Its args.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; } = options;
}
