using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Knows how a returned value becomes a value of one declared type.</summary>
internal abstract class TypeFit
{
    /// <summary>What the program sees where there is no value.</summary>
    public virtual object? Default => null;

    /// <summary>
    /// Converts a value, opening secrets and outputs on the way, and notes in the state what is known about it. A part that
    /// does not fit becomes the default of its own type, so that one wrong element does not spoil a list.
    /// </summary>
    /// <returns>False when the value as a whole does not fit; the result is the default then.</returns>
    public virtual bool TryFit(WireValue value, FitState state, out object? result)
    {
        value = Open(value, state);
        if (value is WireNull or WireUnknown)
        {
            result = Default;
            return true;
        }

        if (TryFitPlain(value, state, out result))
        {
            return true;
        }

        result = Default;
        return false;
    }

    /// <summary>Converts, with the default where nothing fits.</summary>
    public object? Fit(WireValue value, FitState state)
    {
        TryFit(value, state, out var result);
        return result;
    }

    /// <summary>Converts a value that is there and is neither secret nor an output.</summary>
    protected abstract bool TryFitPlain(WireValue value, FitState state, out object? result);

    private static WireValue Open(WireValue value, FitState state)
    {
        while (true)
        {
            switch (value)
            {
                case WireSecret secret:
                    state.IsSecret = true;
                    value = secret.Value;
                    break;
                case WireOutput output:
                    state.IsSecret |= output.Secret;
                    value = output.Value ?? WireUnknown.Instance;
                    break;
                case WireUnknown:
                    state.IsKnown = false;
                    return value;
                default:
                    return value;
            }
        }
    }
}
