using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>A value that may be absent; without a value it is null and not zero.</summary>
internal sealed class NullableFit(TypeFit inner) : TypeFit
{
    protected override bool TryFitPlain(WireValue value, FitState state, out object? result) => inner.TryFit(value, state, out result);
}
