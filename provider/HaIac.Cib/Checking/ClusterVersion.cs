using System.Globalization;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>A release of Pacemaker, as far as it decides which names count.</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
/// <param name="Patch">Third number.</param>
internal readonly record struct ClusterVersion(int Major, int Minor, int Patch) : IComparable<ClusterVersion>
{
    /// <summary>What counts when the cluster does not say: the last release before 3.0, so that nothing is called outdated too early.</summary>
    public static ClusterVersion Assumed { get; } = new(2, 1, 99);

    /// <summary>The release that runs the cluster, from the option that the cluster itself keeps (<c>2.1.5-a3f44794f94</c>); null when it says nothing.</summary>
    public static ClusterVersion? Of(AttributeMap options) => TryParse(options.Find("dc-version"));

    public static ClusterVersion Parse(string text) => TryParse(text) ?? throw new FormatException($"bug in HaIac: {text} is no release");

    public int CompareTo(ClusterVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static ClusterVersion? TryParse(string? text)
    {
        var numbers = (text ?? "").Split('-', '+', '~')[0].Split('.');
        return numbers.Length >= 3 && Number(numbers[0]) is { } major && Number(numbers[1]) is { } minor && Number(numbers[2]) is { } patch
            ? new ClusterVersion(major, minor, patch)
            : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
