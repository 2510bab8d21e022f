using System.Globalization;

namespace HaIac.Cib.Values;

/// <summary>The schema that a CIB is validated with (<c>pacemaker-3.9</c>).</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
public readonly record struct SchemaVersion(int Major, int Minor) : IComparable<SchemaVersion>
{
    private const string Prefix = "pacemaker-";

    /// <summary>Reads <c>validate-with</c>; null when the CIB names no numbered schema (<c>none</c>, <c>pacemaker-next</c>).</summary>
    public static SchemaVersion? Find(string? validateWith)
    {
        if (validateWith is null || !validateWith.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var numbers = validateWith[Prefix.Length..].Split('.');
        return numbers.Length == 2
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new SchemaVersion(major, minor)
            : null;
    }

    /// <summary>Orders schemas from old to new.</summary>
    public int CompareTo(SchemaVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <summary>The schema as <c>validate-with</c> names it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Major}.{Minor}");
}
