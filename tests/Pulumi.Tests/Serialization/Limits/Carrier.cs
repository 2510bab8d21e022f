namespace Pulumi.Tests.Serialization.Limits;

internal sealed class CarrierArgs : ResourceArgs
{
    [Input("value")]
    public Input<object>? Value { get; set; }
}

/// <summary>A resource whose one output is declared as the type that a test wants.</summary>
internal sealed class Carrier<T>(object? value, string name = "carrier")
    : CustomResource("test:index:Carrier", name, new CarrierArgs { Value = value! })
{
    [Output("value")]
    public Output<T> Value { get; private set; } = null!;
}
