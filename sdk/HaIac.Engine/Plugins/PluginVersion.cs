namespace HaIac.Engine.Plugins;

/// <summary>A semantic version as far as choosing a plugin needs it.</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
/// <param name="Patch">Third number.</param>
/// <param name="Rest">Prerelease and build text, empty for a release.</param>
public sealed record PluginVersion(int Major, int Minor, int Patch, string Rest) : IComparable<PluginVersion>
{
    /// <summary>Reads a version; what is missing or no number counts as 0.</summary>
    public static PluginVersion Parse(string text)
    {
        var trimmed = text.StartsWith('v') ? text[1..] : text;
        var end = trimmed.IndexOfAny(['-', '+']);
        var (numbers, rest) = end < 0 ? (trimmed, "") : (trimmed[..end], trimmed[end..]);
        var parts = numbers.Split('.').Select(part => int.TryParse(part, out var number) ? number : 0).Concat([0, 0, 0]).Take(3).ToArray();
        return new PluginVersion(parts[0], parts[1], parts[2], rest);
    }

    /// <summary>Releases come after prereleases of the same numbers.</summary>
    public int CompareTo(PluginVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return numbers != 0 ? numbers
            : (Rest.StartsWith('-'), other.Rest.StartsWith('-')) switch
            {
                (false, true) => 1,
                (true, false) => -1,
                _ => string.CompareOrdinal(Rest, other.Rest),
            };
    }
}
