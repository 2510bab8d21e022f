using System.Reflection;

namespace Pulumi.Experimental.Provider;

/// <summary>What an exception says, whoever wrote it: messages may be missing, huge, or throw themselves.</summary>
internal static class ExceptionText
{
    /// <summary>The message; empty if there is none.</summary>
    public static string Of(Exception exception)
    {
        try
        {
            // Exceptions may override it, and then nothing holds them to their promise.
            return exception.Message ?? string.Empty;
        }
        catch (Exception)
        {
            return string.Empty;
        }
    }

    public static string Short(string text, int limit) => text.Length <= limit
        ? text
        : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)] + "…";

    /// <summary>The exception that somebody threw on purpose, out of the ones that the platform put around it.</summary>
    public static Exception Cause(Exception exception)
    {
        while (Inner(exception) is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    private static Exception? Inner(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => only,
        AggregateException { InnerExceptions: [var first, ..] } several when several.InnerExceptions.All(IsCancellation) => first,
        TargetInvocationException { InnerException: { } inner } => inner,
        TypeInitializationException { InnerException: { } inner } => inner,
        _ => null,
    };

    private static bool IsCancellation(Exception exception) => exception is OperationCanceledException;
}
