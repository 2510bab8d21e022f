using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Text, truth values and numbers.</summary>
internal sealed class ScalarFit(Type type) : TypeFit
{
    public static ScalarFit Text { get; } = new(typeof(string));

    public override object? Default { get; } = type.IsValueType ? Activator.CreateInstance(type) : null;

    protected override bool TryFitPlain(WireValue value, FitState state, out object? result)
    {
        if (type == typeof(int))
        {
            return TryInteger(value, state, out result);
        }

        result = value switch
        {
            WireText text when type == typeof(string) => text.Value,
            WireNumber number when type == typeof(double) => number.Value,
            WireBool truth when type == typeof(bool) => truth.Value,
            _ => null,
        };
        return result is not null || state.Misfit(type.FullName!, value);
    }

    /// <summary>All numbers travel as doubles; one that no int can hold must not turn into another number unnoticed.</summary>
    public static bool TryInteger(WireValue value, FitState state, out object? result)
    {
        result = null;
        if (value is not WireNumber { Value: var number })
        {
            return state.Misfit("System.Double", value);
        }

        var whole = Math.Truncate(number);
        if (!(whole >= int.MinValue && whole <= int.MaxValue))
        {
            return state.Misfit("System.Int32", "a System.Double beyond its range");
        }

        if (whole != number)
        {
            state.Inexact("The decimals of a System.Double are cut off, as the program declares System.Int32,");
        }

        result = (int)whole;
        return true;
    }
}
