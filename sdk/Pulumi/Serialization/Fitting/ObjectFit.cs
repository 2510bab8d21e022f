using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Values whose type the program leaves open: <c>object</c>, files and resources.</summary>
internal sealed class ObjectFit(Type type) : TypeFit
{
    protected override bool TryFitPlain(WireValue value, FitState state, out object? result)
    {
        var decoded = PropertyDecoder.Decode(value);
        state.IsSecret |= decoded.IsSecret;
        state.IsKnown &= decoded.IsKnown;
        result = decoded.Value;
        return type.IsInstanceOfType(result) || !decoded.IsKnown || state.Misfit(type.FullName!, value);
    }
}
