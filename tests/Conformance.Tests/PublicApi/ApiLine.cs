using System.Text.RegularExpressions;

namespace Conformance.Tests.PublicApi;

/// <summary>How two lines of listings are compared.</summary>
internal static partial class ApiLine
{
    /// <summary>The line with its type parameters numbered: their names are nothing that a program sees.</summary>
    public static string Normal(string line)
    {
        var declared = Lists().Matches(Declaration().Match(line).Value).SelectMany(m => m.Groups[1].Value.Split(", ")).ToArray();
        for (var i = 0; i < declared.Length; i++)
        {
            line = Regex.Replace(line, $@"(?<![\w.]){Regex.Escape(declared[i])}(?!\w)", "#" + i);
        }

        return line;
    }

    /// <summary>What the line is about, without modifiers: <c>Pulumi.Input&lt;T&gt;.Input() -> void</c>.</summary>
    public static string Subject(string line) => Modifiers().Replace(line, "");

    [GeneratedRegex(@"^.*?(?=\(| -> |\.(?:get|set|init)\b|implicit operator|explicit operator|$)")]
    private static partial Regex Declaration();

    [GeneratedRegex("<([^<>]*)>")]
    private static partial Regex Lists();

    [GeneratedRegex("^(?:~|(?:static|override|sealed|virtual|abstract|readonly|const) )*")]
    private static partial Regex Modifiers();
}
