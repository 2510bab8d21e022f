namespace Pulumi.TestProgram;

/// <summary>Ten inputs, as real resources have them.</summary>
internal sealed class TenInputsArgs : ResourceArgs
{
    [Input("a")]
    public Input<string>? A { get; set; }

    [Input("b")]
    public Input<string>? B { get; set; }

    [Input("c")]
    public Input<string>? C { get; set; }

    [Input("d")]
    public Input<int>? D { get; set; }

    [Input("e")]
    public Input<bool>? E { get; set; }

    [Input("f")]
    public Input<double>? F { get; set; }

    [Input("g")]
    public InputList<string>? G { get; set; }

    [Input("h")]
    public InputMap<string>? H { get; set; }

    [Input("i")]
    public Input<string>? I { get; set; }

    [Input("j")]
    public Input<string>? J { get; set; }
}
