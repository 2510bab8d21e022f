using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Fits the values that the engine returned into the types that a program declares.</summary>
internal static class PropertyConverter
{
    /// <summary>
    /// Converts a returned property. What does not fit is reported and replaced by the default of its type. A secret or an
    /// unknown at any depth makes the whole value secret or unknown, because types have no place for it (save nested outputs).
    /// </summary>
    /// <param name="wire">The value as it came.</param>
    /// <param name="target">The declared type.</param>
    /// <param name="context">Where it belongs, for messages: class and property.</param>
    /// <param name="warn">Takes the message about a value that does not fit.</param>
    /// <exception cref="InvalidOperationException">No output can be of the declared type.</exception>
    public static DecodedValue Convert(WireValue wire, Type target, string context, Action<string> warn)
    {
        var state = new FitState(context);
        var value = TypeFits.Of(target, context).Fit(wire, state);
        foreach (var misfit in state.Misfits)
        {
            warn(misfit);
        }

        return new DecodedValue(state.IsKnown ? value : null, state.IsKnown, state.IsSecret);
    }
}
