using System.Reflection;
using System.Text;

namespace Pulumi.Experimental.Provider;

/// <summary>The text of an exception that nobody wrote for the user: one line, no trace, of bounded length.</summary>
internal static class OneLine
{
    private const int Limit = 2000;

    public static string Of(Exception exception)
    {
        var cause = Cause(exception);
        var text = new StringBuilder();
        foreach (var c in cause.Message)
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

        var message = text.ToString().Trim();
        var line = message.Length > Limit ? message[..Limit] + "…" : message;
        return line.Length > 0 ? $"{line} ({cause.GetType().Name})" : cause.GetType().Name;
    }

    private static Exception Cause(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Cause(only),
        TargetInvocationException { InnerException: { } inner } => Cause(inner),
        _ => exception,
    };
}
