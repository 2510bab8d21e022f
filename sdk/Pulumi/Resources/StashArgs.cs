namespace Pulumi;

/// <summary>What a stash keeps.</summary>
public sealed class StashArgs : ResourceArgs
{
    /// <summary>The value to keep; used when the stash is created, later values only show in <see cref="Stash.Input"/>.</summary>
    [Input("input", required: true)]
    public Input<object> Input { get; set; } = null!;
}
