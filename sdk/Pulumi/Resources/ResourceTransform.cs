namespace Pulumi;

/// <summary>Changes the properties and options of a resource; the engine calls it before it registers the resource.</summary>
/// <param name="args">The resource's identity, properties and options.</param>
/// <param name="cancellationToken">Cancelled when the engine no longer waits for the answer.</param>
/// <returns>What to use instead, or <c>null</c> for no change.</returns>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);
