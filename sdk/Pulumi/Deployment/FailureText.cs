using System.Diagnostics;
using System.Reflection;
using System.Text;
using HaIac.Protocol.Grpc;

namespace Pulumi;

/// <summary>What the user reads when a program fails.</summary>
internal static class FailureText
{
    private const int MostPlaces = 3;

    private const string Advice =
        "   why    The program ended before it had declared everything; what it had declared is kept, and nothing is deleted.\n" +
        "   mend   Correct the program at that place, then run the command again.\n";

    // Assemblies whose places are not the user's: the SDK, what it stands on, and libraries of resources on top of it.
    private static readonly string[] LibraryAssemblies = ["System", "Microsoft", "Pulumi", "HaIac"];

    /// <summary>
    /// The text of a failure: only the message where the program itself chose the words, otherwise the exception with the
    /// places in the program it came through, nearest first. Places in the SDK and in the runtime tell a user nothing and are left out.
    /// </summary>
    public static string Of(Exception exception)
        => exception switch
        {
            RunException => exception.Message,
            ResourceException { HideStack: true } => exception.Message,
            ResourceException => Describe(exception),
            _ => $"Running program '{ProgramPath()}' failed with an unhandled exception:\n{Describe(exception)}{Advice}",
        };

    /// <summary>
    /// Whether the engine itself ended the deployment: it has told the user why, and calls that were still open only learn
    /// that it is over.
    /// </summary>
    public static bool IsAlreadyReported(Exception exception)
        => exception.GetBaseException() is GrpcException { StatusCode: GrpcStatusCode.Unavailable, Detail: "resource monitor shut down" };

    /// <summary>What is said when there is no engine any more that could say anything.</summary>
    public static string OfLostEngine(string address)
        => $"The engine at {address} cannot be reached any more, so the program has ended.\n" +
            "   why    The engine ended or was killed; what it had registered until then is in its state.\n" +
            "   mend   Run the command again.";

    /// <summary>An exception and its causes, outermost first.</summary>
    public static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

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
                AppendPlaces(text, current);
            }
        }

        return text.ToString();
    }

    /// <summary>What the engine answered is in its own words; the type around it would only be noise.</summary>
    private static string TypeOf(Exception exception) => exception is GrpcException ? "" : exception.GetType().FullName + ": ";

    private static void AppendPlaces(StringBuilder text, Exception exception)
    {
        var places = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .Select(PlaceOf)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Take(MostPlaces)
            .ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            text.Append(i == 0 ? "   where  " : "          called from ").Append(places[i]).Append('\n');
        }
    }

    private static string? PlaceOf(StackFrame frame)
    {
        if (frame.GetMethod()?.DeclaringType is not { } type || IsLibrary(type.Assembly.GetName().Name ?? ""))
        {
            return null;
        }

        // Lambdas and async methods live in types of the compiler's making; the user knows the one around them.
        while (type.DeclaringType is { } outer && type.Name.Contains('<', StringComparison.Ordinal))
        {
            type = outer;
        }

        return frame.GetFileName() is { } file ? $"{file}, line {frame.GetFileLineNumber()}" : type.FullName;
    }

    private static bool IsLibrary(string assembly)
        => !assembly.EndsWith(".Tests", StringComparison.Ordinal)
            && LibraryAssemblies.Any(n => assembly == n || assembly.StartsWith(n + ".", StringComparison.Ordinal));
}
