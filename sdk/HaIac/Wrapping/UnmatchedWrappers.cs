using System.Collections.Concurrent;

namespace HaIac;

/// <summary>Says at the end of the process which wrappers matched nothing; see the folder's note for why there and not earlier.</summary>
internal static class UnmatchedWrappers
{
    private static readonly ConcurrentQueue<PacemakerWrapper> s_watched = new();

    static UnmatchedWrappers() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        // A program that failed has not declared everything, so what it did not match means nothing.
        if (Environment.ExitCode == 0)
        {
            Report(s_watched, Console.Error);
        }
    };

    public static void Watch(PacemakerWrapper wrapper) => s_watched.Enqueue(wrapper);

    public static void Report(IEnumerable<PacemakerWrapper> wrappers, TextWriter output)
    {
        foreach (var finding in wrappers.Select(w => w.Unmatched).OfType<Findings.SdkFinding>())
        {
            output.WriteLine(finding);
        }
    }
}
