namespace Pulumi;

/// <summary>Changes the args and options of a resource in its constructor.</summary>
/// <param name="args">The resource with its args and options.</param>
/// <returns>What to use instead, or <c>null</c> for no change. The parent may not be changed.</returns>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
