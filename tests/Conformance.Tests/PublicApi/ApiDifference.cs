namespace Conformance.Tests.PublicApi;

/// <summary>Types and members that differ between the bundled and the published API, and why.</summary>
/// <param name="Reason">Why it is so.</param>
/// <param name="Names">Names that stand for all that is inside them, or whole lines where only one overload differs.</param>
internal sealed record ApiDifference(string Reason, params string[] Names)
{
    public bool Explains(string line) => Names.Any(name => NameExplains(name, line));

    public static bool NameExplains(string name, string line)
        => name == line || (!name.Contains(" -> ", StringComparison.Ordinal) && UpstreamApi.IsAbout(ApiLine.Subject(line), name));
}
