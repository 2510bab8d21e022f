using System.Globalization;

namespace Pulumi.Experimental;

/// <summary>Numbers of properties are doubles; what a program declares may hold less, or more than a double holds exactly.</summary>
internal static class PlainNumber
{
    private const double LargestExact = 9_007_199_254_740_992;

    public static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;

    public static PropertyValue Encode(object number)
    {
        var value = Convert.ToDouble(number, CultureInfo.InvariantCulture);
        return number is long or ulong && Math.Abs(value) >= LargestExact && !IsSame(value, number)
            ? throw new InvalidOperationException($"The number {number} is beyond 2^53: properties would round it. Use a text for it.")
            : new PropertyValue(value);
    }

    /// <summary>The number as another type; null if that type cannot hold it.</summary>
    public static object? Fit(double number, Type type)
    {
        if (type == typeof(double))
        {
            return number;
        }

        if (type == typeof(float))
        {
            return (float)number;
        }

        if (type != typeof(decimal) && number != Math.Truncate(number))
        {
            return null;
        }

        try
        {
            return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static bool IsSame(double value, object number)
    {
        try
        {
            return (decimal)value == Convert.ToDecimal(number, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
