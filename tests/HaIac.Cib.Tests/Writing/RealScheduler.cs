using System.Diagnostics;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Tests.Writing;

/// <summary>Pacemaker's own scheduler on files in a folder of its own.</summary>
internal sealed class RealScheduler : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("haiac-cib-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What the scheduler would do and what it would come to: the report of a simulated transition.</summary>
    public string Transition(CibDocument document) => Transition(document.ToXml(), out _);

    /// <summary>The same, with the whole graph of actions.</summary>
    public string Transition(string xml, out string graph)
    {
        var (cibFile, graphFile) = (Path.Combine(_folder, "cib.xml"), Path.Combine(_folder, "graph.xml"));
        File.WriteAllText(cibFile, xml);

        // A moment of its own makes rules with dates come out the same on every day.
        var start = new ProcessStartInfo("crm_simulate", ["--simulate", "--xml-file", cibFile, "--save-graph", graphFile, "--set-datetime", "2026-11-22 12:00:00 +00:00"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero, () => errors.GetAwaiter().GetResult());
            graph = File.ReadAllText(graphFile);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("needs crm_simulate (package pacemaker-cli-utils)");
            throw;
        }
    }
}
