using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Benchmarks;

/// <summary>How much memory a process of its own takes at most that reads a CIB from a file, compares and plans.</summary>
internal static partial class PeakMemory
{
    /// <summary>What the process of its own does; prints the bytes.</summary>
    public static void Run(string file, int service)
    {
        var document = CibDocument.Parse(File.ReadAllText(file));
        var after = new Work(service).ChangeOneAttribute(document);
        if (Work.Compare(document, after) || Work.PlanDocuments(document, after).Length == 0 || PlanAgain(document, service).Length == 0)
        {
            throw new InvalidOperationException("The change was not found.");
        }

        Console.WriteLine(Peak().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Starts the process and gives the bytes it took at most.</summary>
    public static async Task<long> MeasureAsync(int resources)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, ServiceCib.Text(resources));
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in new[] { typeof(PeakMemory).Assembly.Location, "peak", file, resources.ToString(CultureInfo.InvariantCulture) })
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? long.Parse(output, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"The process ended with {process.ExitCode}.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string PlanAgain(CibDocument document, int service) => new Work(service).PlanOneAttribute(document);

    private static long Peak() => long.Parse(HighWaterMark().Match(File.ReadAllText("/proc/self/status")).Groups[1].ValueSpan, CultureInfo.InvariantCulture) * 1024;

    [GeneratedRegex("VmHWM:\\s*(\\d+) kB")]
    private static partial Regex HighWaterMark();
}
