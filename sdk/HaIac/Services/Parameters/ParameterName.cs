using System.Text;

namespace HaIac;

/// <summary>When two spellings are one name, and which of several names is nearest to a misspelt one.</summary>
internal static class ParameterName
{
    /// <summary>A name without what the spellings differ in: hyphens, underscores and capitals.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.Where(c => c is not ('-' or '_')))
        {
            plain.Append(char.ToLowerInvariant(letter));
        }

        return plain.ToString();
    }

    /// <summary>The name of a C# member as it is shown to users: <c>PromoteTimeout</c> is <c>promote-timeout</c>.</summary>
    public static string Kebab(string member)
    {
        var kebab = new StringBuilder(member.Length + 4);
        for (var i = 0; i < member.Length; i++)
        {
            if (i > 0 && char.IsUpper(member[i]) && (!char.IsUpper(member[i - 1]) || (i + 1 < member.Length && char.IsLower(member[i + 1]))))
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(member[i]));
        }

        return kebab.ToString();
    }

    /// <summary>The accepted name that was probably meant; null if none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> accepted)
    {
        var plain = Plain(name);
        var (nearest, distance) = accepted
            .Select(a => (Name: a, Distance: Distance(plain, Plain(a))))
            .OrderBy(a => a.Distance).ThenBy(a => a.Name, StringComparer.Ordinal)
            .FirstOrDefault((Name: "", Distance: int.MaxValue));
        return distance <= Math.Max(1, plain.Length / 3) ? nearest : null;
    }

    /// <summary>How many letters must be changed, added or taken out.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
