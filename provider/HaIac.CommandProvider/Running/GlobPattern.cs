using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using HaIac.CommandProvider.Findings;

namespace HaIac.CommandProvider.Running;

/// <summary>
/// A pattern for files: <c>*</c> and <c>?</c> match within a folder, <c>**</c> across folders, <c>[a-z]</c> and <c>[!a-z]</c> one character, <c>{a,b}</c>
/// one of several, a backslash takes the meaning from what follows. <c>!</c> in front makes it take files out.
/// </summary>
/// <remarks>Source: github.com/gobwas/glob with separator <c>/</c>, which the published provider uses.</remarks>
internal sealed class GlobPattern
{
    private readonly Regex regex;

    private GlobPattern(bool excludes, Regex regex)
    {
        Excludes = excludes;
        this.regex = regex;
    }

    /// <summary>Whether files that match are taken out.</summary>
    public bool Excludes { get; }

    /// <summary>Reads a pattern.</summary>
    /// <returns>False if a bracket or brace is not closed, or closed without having been opened.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out GlobPattern? pattern)
    {
        var excludes = text.StartsWith('!');
        var source = Translate(excludes ? text[1..] : text);
        pattern = source is null ? null : new(excludes, new Regex(source, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline));
        return pattern is not null;
    }

    /// <summary>The finding for a pattern that cannot be read.</summary>
    public static Finding Fault(string pattern, string where) => new(
        FindingCode.BadPattern, $"\"{pattern}\" is no file pattern.", where,
        "A bracket or brace in it has no counterpart, or a range is empty.", "Close it, or put a backslash before it if it belongs to a file name.");

    /// <summary>Whether a path fits.</summary>
    /// <param name="path">A path with slashes, relative to the folder of the run.</param>
    public bool IsMatch(string path) => regex.IsMatch(path);

    private static string? Translate(string glob)
    {
        var result = new StringBuilder(@"\A");
        var depth = 0;
        for (var i = 0; i < glob.Length; i++)
        {
            switch (glob[i])
            {
                case '*' when i + 1 < glob.Length && glob[i + 1] == '*':
                    result.Append(".*");
                    i++;
                    break;
                case '*':
                    result.Append("[^/]*");
                    break;
                case '?':
                    result.Append("[^/]");
                    break;
                case '\\' when i + 1 < glob.Length:
                    result.Append(Regex.Escape(glob[++i].ToString()));
                    break;
                case '[':
                    if (Set(glob, ref i) is not { } set)
                    {
                        return null;
                    }

                    result.Append(set);
                    break;
                case '{':
                    depth++;
                    result.Append("(?:");
                    break;
                case '}':
                    if (--depth < 0)
                    {
                        return null;
                    }

                    result.Append(')');
                    break;
                case ',' when depth > 0:
                    result.Append('|');
                    break;
                case ']':
                    return null;
                default:
                    result.Append(Regex.Escape(glob[i].ToString()));
                    break;
            }
        }

        return depth == 0 ? result.Append(@"\z").ToString() : null;
    }

    private static string? Set(string glob, ref int i)
    {
        var end = glob.IndexOf(']', i + 1);
        if (end < 0)
        {
            return null;
        }

        var content = glob[(i + 1)..end];
        i = end;
        var negated = content.StartsWith('!') || content.StartsWith('^');
        content = negated ? content[1..] : content;
        if (content.Length == 0)
        {
            return null;
        }

        var isRange = content.Length == 3 && content[1] == '-';
        if (isRange && content[0] > content[2])
        {
            return null;
        }

        var members = isRange ? $"{Member(content[0])}-{Member(content[2])}" : string.Concat(content.Select(Member));
        return $"[{(negated ? "^" : "")}{members}]";
    }

    private static string Member(char c) => c is '\\' or ']' or '[' or '^' or '-' ? $@"\{c}" : c.ToString();
}
