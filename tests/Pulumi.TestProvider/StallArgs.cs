using Pulumi;

/// <summary>What a stall is made of.</summary>
public sealed class StallArgs : ResourceArgs
{
    [Input("title", required: true)]
    public Input<string> Title { get; set; } = null!;

    [Input("sizes")]
    public InputList<int>? Sizes { get; set; }
}
