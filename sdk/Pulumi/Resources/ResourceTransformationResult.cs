namespace Pulumi;

/// <summary>What a transformation wants instead.</summary>
/// <param name="args">The args to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The args that later transformations see and that are sent in the end.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options that later transformations see and that apply in the end; the parent must stay.</summary>
    public ResourceOptions Options { get; } = options;
}
