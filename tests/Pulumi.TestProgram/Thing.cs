using System.Collections.Immutable;

namespace Pulumi.TestProgram;

internal sealed class ThingArgs : ResourceArgs
{
    [Input("label")]
    public Input<string>? Label { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("values")]
    private InputMap<string>? _values;

    public InputMap<string> Values
    {
        get => _values ??= new InputMap<string>();
        set => _values = value;
    }
}

/// <summary>A resource with inputs that come back as outputs.</summary>
internal sealed class Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("test:index:Thing", name, args ?? new ThingArgs(), options ?? new CustomResourceOptions())
{
    [Output("label")]
    public Output<string> Label { get; private set; } = null!;

    [Output("size")]
    public Output<int> Size { get; private set; } = null!;

    [Output("values")]
    public Output<ImmutableDictionary<string, string>> Values { get; private set; } = null!;
}

/// <summary>A component whose outputs are for the caller to register.</summary>
internal sealed class Box(string name, ComponentResourceOptions? options = null) : ComponentResource("test:index:Box", name, options)
{
    public void Finish(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);
}
