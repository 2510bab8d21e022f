using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>One of two types: the first that takes the value without loss, else the first that takes it at all.</summary>
internal sealed class UnionFit<T0, T1>(TypeFit first, TypeFit second) : TypeFit
{
    public override object? Default => default(Union<T0, T1>);

    protected override bool TryFitPlain(WireValue value, FitState state, out object? result)
    {
        var (start, known, secret, place) = (state.Misfits.Count, state.IsKnown, state.IsSecret, state.Path.Count);
        var fitsFirst = first.TryFit(value, state, out var one);
        if (fitsFirst && state.Misfits.Count == start)
        {
            result = Union<T0, T1>.FromT0((T0)one!);
            return true;
        }

        var misfits = state.TakeBack(start);
        state.Path.CutTo(place);
        (state.IsKnown, state.IsSecret) = (known, secret);
        var fitsSecond = second.TryFit(value, state, out var two);
        if (fitsSecond && (state.Misfits.Count == start || !fitsFirst))
        {
            result = Union<T0, T1>.FromT1((T1)two!);
            return true;
        }

        state.TakeBack(start);
        if (fitsFirst)
        {
            state.Add(misfits);
            result = Union<T0, T1>.FromT0((T0)one!);
            return true;
        }

        result = null;
        return state.Misfit($"{typeof(T0).FullName} or {typeof(T1).FullName}", value);
    }
}
