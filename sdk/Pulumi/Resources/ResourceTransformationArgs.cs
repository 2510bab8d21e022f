namespace Pulumi;

/// <summary>What a transformation sees.</summary>
/// <param name="resource">The resource; it is not registered yet.</param>
/// <param name="args">Its args.</param>
/// <param name="options">Its options.</param>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    /// <summary>The resource; it is not registered yet.</summary>
    public Resource Resource { get; } = resource;

    /// <summary>The args as the constructor, or the transformation before, left them; they may be changed in place.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>A copy of the options that the program gave; it may be changed in place, but for the parent.</summary>
    public ResourceOptions Options { get; } = options;
}
