namespace HaIac.Operating.Naming;

/// <summary>The ids that a service may have, from its names: with and without prefix, with the decoration of wrappers taken off (rules D1, D2, B3).</summary>
internal static class NameVariants
{
    /// <summary>The prefix that many clusters give to primitives.</summary>
    public const string CommonPrefix = "p_";

    private static readonly string[] s_endings = ["-clone", "_clone", "-master", "_master", "-promotable", "-group", "_group", "-bundle"];
    private static readonly string[] s_beginnings = ["clone_", "clone-", "clone_p_", "master_", "master-", "cl_", "cl-", "ms_", "ms-", "g_", "g-", "grp_", "grp-"];

    /// <summary>The ids to look for, the likeliest first, each once.</summary>
    /// <param name="names">What the service is called: title, then name of the daemon.</param>
    /// <param name="prefix">The prefix that was declared; empty: none.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> names, string prefix)
    {
        string[] prefixes = prefix.Length == 0 ? [CommonPrefix] : [prefix, CommonPrefix];
        var given = names.Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. given.SelectMany(name => WithAndWithout(name, prefixes))
                .Concat(given.Select(Bare).SelectMany(name => WithAndWithout(name, prefixes)))
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>A name without a prefix, for example of the unit that belongs to a primitive (rule D4).</summary>
    /// <param name="name">The name.</param>
    /// <param name="prefix">The prefix that was declared; empty: none.</param>
    public static string WithoutPrefix(string name, string prefix) =>
        prefix.Length > 0 && name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length ? name[prefix.Length..]
        : name.StartsWith(CommonPrefix, StringComparison.Ordinal) && name.Length > CommonPrefix.Length ? name[CommonPrefix.Length..]
        : name;

    private static IEnumerable<string> WithAndWithout(string name, string[] prefixes) =>
        prefixes.Where(prefix => !name.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => prefix + name)
            .Concat(prefixes.Where(prefix => name.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => name[prefix.Length..]))
            .Prepend(name);

    private static string Bare(string name)
    {
        var ending = s_endings.FirstOrDefault(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal));
        name = ending is null ? name : name[..^ending.Length];
        var beginning = s_beginnings.FirstOrDefault(beginning => name.Length > beginning.Length && name.StartsWith(beginning, StringComparison.Ordinal));
        return beginning is null ? name : name[beginning.Length..];
    }
}
