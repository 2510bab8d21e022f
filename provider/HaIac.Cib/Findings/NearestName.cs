namespace HaIac.Cib.Findings;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    /// <summary>The accepted name that differs least from what was written, case aside; null when none is near.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="accepted">The names to choose from.</param>
    public static string? Find(string written, IEnumerable<string> accepted)
    {
        ArgumentNullException.ThrowIfNull(written);
        var limit = Math.Max(2, written.Length / 3);
        return accepted
            .Select(name => (name, distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.name, StringComparer.Ordinal)
            .Select(pair => pair.name)
            .FirstOrDefault();
    }

    /// <summary>How many characters must be put in, taken out or changed to get from one text to the other.</summary>
    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[to.Length];
    }
}
