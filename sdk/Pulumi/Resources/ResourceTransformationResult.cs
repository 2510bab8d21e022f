namespace Pulumi;

/// <summary>What a transformation wants instead.</summary>
/// <param name="args">The args to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The args to use.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options to use.</summary>
    public ResourceOptions Options { get; } = options;
}
