namespace Conformance.Tests.PublicApi;

/// <summary>What the published package's public API is, area by area; see README.md for where it comes from.</summary>
internal static class UpstreamApi
{
    /// <summary>Area to its lines.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Areas { get; } = Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "PublicApi", "Upstream"), "*.txt")
        .Order(StringComparer.Ordinal)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, file => Listing(file), StringComparer.Ordinal);

    public static IEnumerable<string> Lines => Areas.Values.SelectMany(l => l);

    /// <summary>The area that a line belongs to, ours or theirs: that of the type it is about, or the nearest namespace.</summary>
    public static string AreaOf(string line)
    {
        var subject = ApiLine.Subject(line);
        return Areas
            .Select(area => (area.Key, Length: area.Value.Where(l => !l.Contains(" -> ", StringComparison.Ordinal) && IsAbout(subject, l)).Select(l => l.Length).DefaultIfEmpty(-1).Max()))
            .Where(a => a.Length >= 0)
            .OrderByDescending(a => a.Length)
            .Select(a => a.Key)
            .FirstOrDefault()
            ?? (IsAbout(subject, "Pulumi.Experimental.Provider") ? "Providers" : IsAbout(subject, "Pulumi.Experimental") ? "PropertyValues" : "Deployment");
    }

    /// <summary>Whether a line is about a type or member or something inside it.</summary>
    public static bool IsAbout(string subject, string name)
        => subject.StartsWith(name, StringComparison.Ordinal) && (subject.Length == name.Length || subject[name.Length] is '.' or '(' or '<' or ' ');

    public static IReadOnlyList<string> Listing(string file)
        => File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').ToArray();
}
