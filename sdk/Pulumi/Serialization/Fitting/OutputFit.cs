using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>
/// An output inside a returned value. Whether it is known or secret is its own business, so an unknown in it does not make
/// the whole value unknown.
/// </summary>
internal sealed class OutputFit<T>(TypeFit inner) : TypeFit
{
    public override object? Default => new Output<T>(OutputData<T>.Plain(inner.Default is T value ? value : default!));

    public override bool TryFit(WireValue value, FitState state, out object? result)
    {
        var (wasKnown, wasSecret) = (state.IsKnown, state.IsSecret);
        (state.IsKnown, state.IsSecret) = (true, false);
        var fits = inner.TryFit(value, state, out var plain);
        result = new Output<T>(new OutputData<T>(Resources(value), plain is T typed ? typed : default!, state.IsKnown, state.IsSecret));
        (state.IsKnown, state.IsSecret) = (wasKnown, wasSecret);
        return fits;
    }

    protected override bool TryFitPlain(WireValue value, FitState state, out object? result) => TryFit(value, state, out result);

    private static ImmutableHashSet<Resource> Resources(WireValue value)
        => value is WireOutput output ? [.. output.Dependencies.Select(urn => new DependencyResource(urn))] : [];
}
