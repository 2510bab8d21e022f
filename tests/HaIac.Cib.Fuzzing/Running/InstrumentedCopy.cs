using System.Diagnostics;
using SharpFuzz;

namespace HaIac.Cib.Fuzzing.Running;

/// <summary>Runs this program again from a copy in which the library reports the branches it takes.</summary>
internal static class InstrumentedCopy
{
    private const string Mark = "HAIAC_FUZZ_INSTRUMENTED";

    /// <summary>Whether this is the copy.</summary>
    public static bool IsThis => Environment.GetEnvironmentVariable(Mark) is not null;

    /// <summary>Makes the copy, runs it with the same arguments and gives its exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("haiac-fuzz-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder, Path.GetRelativePath(AppContext.BaseDirectory, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            var library = typeof(Documents.CibDocument).Assembly.GetName().Name + ".dll";
            Fuzzer.Instrument(Path.Combine(folder, library), static _ => true, SharpFuzz.Options.Value);
            var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
            var program = Path.GetFileName(Environment.ProcessPath!);
            if (program.StartsWith("dotnet", StringComparison.Ordinal))
            {
                start.ArgumentList.Add(Path.Combine(folder, Path.GetFileName(typeof(InstrumentedCopy).Assembly.Location)));
            }
            else
            {
                start.FileName = Path.Combine(folder, program);
            }

            Array.ForEach(args, start.ArgumentList.Add);
            start.Environment[Mark] = "1";
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
