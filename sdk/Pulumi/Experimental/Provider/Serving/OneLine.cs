using System.Text;

namespace Pulumi.Experimental.Provider;

/// <summary>The text of an exception that nobody wrote for the user: one line, no trace, of bounded length.</summary>
internal static class OneLine
{
    private const int Limit = 2000;

    /// <summary>The text of an exception.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="secrets">What must not be told; looked for before line ends are lost and the text is cut, as keys may have some.</param>
    public static string Of(Exception exception, SecretMask secrets)
    {
        var cause = ExceptionText.Cause(exception);
        var text = new StringBuilder();
        foreach (var c in secrets.Apply(ExceptionText.Of(cause)))
        {
            var space = char.IsControl(c) || char.IsWhiteSpace(c);
            if (!space)
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        var line = ExceptionText.Short(text.ToString().Trim(), Limit);
        return line.Length > 0 ? $"{line} ({cause.GetType().Name})" : cause.GetType().Name;
    }
}
