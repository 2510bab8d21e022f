using System.Globalization;
using System.Xml;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;

namespace HaIac.Provider.Shapes;

/// <summary>The kinds of text that occur in the CIB, each with its reader. Values are parsed here once, at the edge.</summary>
internal static class Texts
{
    /// <summary>Any text that can stand in XML.</summary>
    public static TextShape Any { get; } = new("a text", text =>
        text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
            ? new(text)
            : new(null, "it holds a control character, which XML cannot carry", FindingCode.BadText));

    /// <summary>The id of an object.</summary>
    public static TextShape Id { get; } = new("a CIB id", text =>
        CibId.TryParse(text, out _, out var reason) ? new(text) : new(null, reason, FindingCode.BadId));

    /// <summary>A duration.</summary>
    public static TextShape Duration { get; } = new("a duration such as 20s, 500ms, 2min, 1h or a number of seconds", text =>
        CibDuration.TryParse(text, out var duration, out var reason) ? new(Canonical(duration)) : new(null, reason, FindingCode.BadDuration));

    /// <summary>A score.</summary>
    public static TextShape Score { get; } = new("a score: a whole number, INFINITY or -INFINITY", text =>
        Cib.Values.Score.TryParse(text, out var score, out var reason) ? new(score.ToString()) : new(null, reason, FindingCode.BadScore));

    /// <summary>An agent.</summary>
    public static TextShape Agent { get; } = new("an agent name such as ocf:heartbeat:IPaddr2 or systemd:haproxy", text =>
        AgentName.TryParse(text, out _, out var reason) ? new(text) : new(null, reason, FindingCode.BadAgent));

    /// <summary>A node.</summary>
    public static TextShape Node { get; } = new("a node name", text =>
        NodeName.TryParse(text, out _, out var reason) ? new(text.ToUpperInvariant()) : new(null, reason, FindingCode.BadNode));

    /// <summary>A role of a resource instance.</summary>
    public static TextShape Role { get; } = new("one of Started, Stopped, Promoted, Unpromoted", text =>
        ResourceRoles.TryParse(text, out var role, out var reason) ? new(role.ToString()) : new(null, reason, FindingCode.NotAccepted));

    /// <summary>A number of things, from 0; Pacemaker also takes scores here.</summary>
    public static TextShape Count { get; } = new("a whole number from 0", text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new(count.ToString(CultureInfo.InvariantCulture))
            : new(null, "it counts things", FindingCode.NotAccepted));

    /// <summary>A whole number within limits.</summary>
    /// <param name="kind">What is counted, for messages.</param>
    /// <param name="least">The smallest that is accepted.</param>
    /// <param name="most">The largest that is accepted.</param>
    public static TextShape Number(string kind, int least, int most = int.MaxValue) => new(kind, text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? new(number.ToString(CultureInfo.InvariantCulture))
            : new(null, $"expected is {kind}", FindingCode.NotAccepted));

    /// <summary>One of the words of the CIB for a closed set, in any case.</summary>
    public static TextShape Word<T>()
        where T : struct, Enum =>
        new($"one of {string.Join(", ", Enum.GetValues<T>().Select(CibWord.Format))}", text =>
            CibWord.TryParse<T>(text, out var word, out var reason) ? new(CibWord.Format(word)) : new(null, reason, FindingCode.NotAccepted));

    /// <summary>One of a few words.</summary>
    public static TextShape OneOf(params string[] words) => new($"one of {string.Join(", ", words)}", text =>
        words.FirstOrDefault(word => word.Equals(text, StringComparison.Ordinal)) is { } word
            ? new(word)
            : new(null, NearestName.Find(text, words) is { } near ? $"did you mean {near}?" : $"accepted are {string.Join(", ", words)}", FindingCode.NotAccepted));

    /// <summary>True or false in any of Pacemaker's spellings, kept as text: the value of a meta attribute.</summary>
    public static TextShape FlagText { get; } = new("true or false", text =>
        CibBoolean.TryParse(text, out var value, out var reason) ? new(CibBoolean.Format(value)) : new(null, reason, FindingCode.NotAccepted));

    /// <summary>The text of a file, which need not fit into XML.</summary>
    public static TextShape Content { get; } = new("a text", text => new(text));

    /// <summary>The path of a file or folder on a node.</summary>
    public static TextShape AbsolutePath { get; } = new("an absolute path", text =>
        !text.StartsWith('/') ? new(null, "it does not begin with /", FindingCode.BadPath)
        : text.Split('/').Contains("..") ? new(null, "it leads upwards with ..", FindingCode.BadPath)
        : text.Any(char.IsControl) ? new(null, "it holds a control character", FindingCode.BadPath)
        : new(text.TrimEnd('/')));

    /// <summary>Permission bits of a file.</summary>
    public static TextShape FileMode { get; } = new("permission bits as four octal digits, such as 0755", text =>
        text.Length is 3 or 4 && text.All(c => c is >= '0' and <= '7') ? new(text.PadLeft(4, '0')) : new(null, "permissions are given in octal", FindingCode.NotAccepted));

    /// <summary>A duration as a meta attribute, where Pacemaker also takes negative numbers and words: compared by meaning, never refused.</summary>
    public static TextShape LenientDuration { get; } = new("a duration", text =>
        CibDuration.TryParse(text, out var duration, out _) ? new(Canonical(duration)) : new(text));

    /// <summary>A score as a meta attribute: compared by meaning, never refused.</summary>
    public static TextShape LenientScore { get; } = new("a score", text =>
        Cib.Values.Score.TryParse(text, out var score, out _) ? new(score.ToString()) : new(text));

    /// <summary>A boolean meta attribute: compared by meaning, never refused.</summary>
    public static TextShape LenientFlag { get; } = new("true or false", text =>
        CibBoolean.TryParse(text, out var value, out _) ? new(CibBoolean.Format(value)) : new(text));

    private static string Canonical(CibDuration duration) => CibDuration.Of(duration.Value).ToString();
}
