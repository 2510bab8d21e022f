using System.Reflection;
using System.Text;
using HaIac.Protocol.Grpc;

namespace Pulumi;

/// <summary>What the user reads when a program fails.</summary>
internal static class FailureText
{
    /// <summary>
    /// The text of a failure: only the message where the program itself chose the words, otherwise the exception with the
    /// places in the program it came through. Frames of the SDK and of the runtime tell a user nothing and are left out.
    /// </summary>
    public static string Of(Exception exception)
        => exception switch
        {
            RunException => exception.Message,
            ResourceException { HideStack: true } => exception.Message,
            ResourceException => Describe(exception),
            _ => $"Running program '{ProgramPath()}' failed with an unhandled exception:\n{Describe(exception)}",
        };

    /// <summary>
    /// Whether the engine itself ended the deployment: it has told the user why, and calls that were still open only learn
    /// that it is over.
    /// </summary>
    public static bool IsAlreadyReported(Exception exception)
        => exception.GetBaseException() is GrpcException { StatusCode: GrpcStatusCode.Unavailable, Detail: "resource monitor shut down" };

    private static string ProgramPath()
        => Assembly.GetEntryAssembly()?.Location is { Length: > 0 } path ? path : Environment.ProcessPath ?? "unknown";

    private static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        var told = "";
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            // A cause whose words are already quoted adds nothing but its place in the program.
            if (current == exception || !told.Contains(current.Message, StringComparison.Ordinal))
            {
                text.Append(current == exception ? "" : " ---> ").Append(TypeOf(current)).Append(current.Message).Append('\n');
                told = current.Message;
            }

            if (current.InnerException is null)
            {
                AppendFrames(text, current);
            }
        }

        return text.ToString();
    }

    /// <summary>What the engine answered is in its own words; the type around it would only be noise.</summary>
    private static string TypeOf(Exception exception) => exception is GrpcException ? "" : exception.GetType().FullName + ": ";

    private static void AppendFrames(StringBuilder text, Exception exception)
    {
        foreach (var line in (exception.StackTrace ?? "").Split('\n'))
        {
            var frame = line.TrimEnd();
            if (frame.StartsWith("   at ", StringComparison.Ordinal)
                && !frame.StartsWith("   at System.", StringComparison.Ordinal)
                && !frame.StartsWith("   at Pulumi.", StringComparison.Ordinal)
                && !frame.StartsWith("   at HaIac.Protocol.", StringComparison.Ordinal))
            {
                text.Append(frame).Append('\n');
            }
        }
    }
}
