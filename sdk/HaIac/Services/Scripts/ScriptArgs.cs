using Pulumi;

namespace HaIac;

/// <summary>A script on the wire.</summary>
internal sealed class ScriptArgs : ResourceArgs
{
    [Input("path", required: true)]
    public Input<string>? Path { get; set; }

    [Input("content", required: true)]
    public Input<string>? Content { get; set; }

    [Input("mode")]
    public Input<string>? Mode { get; set; }
}
