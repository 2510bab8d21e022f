namespace HaIac.Cib.Findings;

/// <summary>Makes the exception for a value that its type refuses.</summary>
internal static class BadValue
{
    private const int LongestQuote = 80;

    public static CibException Exception(string code, string? text, string reason) => new(new CibFinding
    {
        Code = code,
        What = $"{Quote(text)}: {reason}.",
        Where = "the value as given",
        Mend = "Correct the value.",
    });

    public static string Quote(string? text) => text switch
    {
        null => "no value",
        { Length: > LongestQuote } => $"\"{text[..LongestQuote]}...\"",
        _ => $"\"{text}\"",
    };
}
