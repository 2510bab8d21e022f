using System.Diagnostics;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Tests.Checking;

/// <summary>Asks one of Pacemaker's own programs; the test is skipped where it is not installed.</summary>
internal static class PacemakerTool
{
    private static readonly string[] s_folders = ["/usr/sbin", "/usr/bin", "/usr/lib/pacemaker", "/usr/libexec/pacemaker"];

    /// <summary>What <c>crm_verify</c> says about a document, with its exit status; after a crash that of the shell.</summary>
    public static (int Exit, string Text) Verify(CibDocument document) => OnFile(document, file => Run("crm_verify", "-VV", "-x", file));

    /// <summary>What comes of it when the scheduler's plan for a document is carried out on paper.</summary>
    public static (int Exit, string Text) Simulate(CibDocument document) => OnFile(document, file => Run("crm_simulate", "-S", "-x", file));

    public static (int Exit, string Text) Run(string program, params string[] arguments)
    {
        var path = s_folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.Ignore($"not installed on this host: {program}");
        }

        var start = new ProcessStartInfo(path!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static T OnFile<T>(CibDocument document, Func<string, T> ask)
    {
        var folder = Directory.CreateTempSubdirectory("haiac-checks-");
        try
        {
            var file = Path.Combine(folder.FullName, "cib.xml");
            File.WriteAllText(file, document.ToXml());
            return ask(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
