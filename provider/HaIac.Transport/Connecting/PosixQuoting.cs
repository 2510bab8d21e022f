namespace HaIac.Transport.Connecting;

/// <summary>Writes words so that a POSIX shell takes each as one word and interprets nothing in it.</summary>
internal static class PosixQuoting
{
    /// <summary>One word. Inside single quotes only the single quote itself has a meaning.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=' or '@' or ',' or '+')
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>Several words as one line.</summary>
    public static string Line(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));
}
