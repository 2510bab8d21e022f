using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pulumi.Benchmarks;

/// <summary>What one program cost, taken in a process of its own so that one measurement cannot warm or fill another.</summary>
/// <param name="Seconds">Time of the run.</param>
/// <param name="Allocated">Bytes that were allocated, by the program and the engine's stand-in together.</param>
/// <param name="Peak">Bytes that the process took at most.</param>
internal sealed partial record Measurement(double Seconds, long Allocated, long Peak)
{
    private const int WarmUp = 200;

    /// <summary>Measures in this process.</summary>
    public static async Task<Measurement> TakeAsync(string shape, int count)
    {
        await using var session = await Session.StartAsync();
        await Session.RunAsync(shape, WarmUp);
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var exitCode = await Session.RunAsync(shape, count);
        var seconds = watch.Elapsed.TotalSeconds;
        if (exitCode != (shape == Shapes.Failing ? 32 : 0))
        {
            throw new InvalidOperationException($"The program '{shape}' ended with {exitCode}.");
        }

        return new Measurement(seconds, GC.GetTotalAllocatedBytes(precise: true) - before, PeakNow());
    }

    /// <summary>Measures in a process of its own.</summary>
    public static async Task<Measurement> StartAsync(string shape, int count)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(Measurement).Assembly.Location, "measure", shape, count.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Parse(output) : throw new InvalidOperationException($"The process ended with {process.ExitCode}: {output}");
    }

    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:R} {Allocated} {Peak}");

    private static Measurement Parse(string line)
    {
        var parts = line.Trim().Split(' ');
        return new Measurement(
            double.Parse(parts[0], CultureInfo.InvariantCulture),
            long.Parse(parts[1], CultureInfo.InvariantCulture),
            long.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    private static long PeakNow()
        => long.Parse(HighWaterMark().Match(File.ReadAllText("/proc/self/status")).Groups[1].ValueSpan, CultureInfo.InvariantCulture) * 1024;

    [GeneratedRegex("VmHWM:\\s*(\\d+) kB")]
    private static partial Regex HighWaterMark();
}
