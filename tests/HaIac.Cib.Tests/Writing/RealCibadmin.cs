using System.Diagnostics;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Tests.Writing;

/// <summary>Pacemaker's own CIB manager on a file in a folder of its own.</summary>
internal sealed class RealCibadmin : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("haiac-cib-").FullName;

    private string CibFile => Path.Combine(_folder, "cib.xml");

    /// <summary>The document that it holds.</summary>
    public CibDocument Held => CibDocument.Parse(File.ReadAllText(CibFile));

    /// <summary>A manager that holds this document; the test is skipped where the tool is not installed.</summary>
    public static RealCibadmin Holding(CibDocument document)
    {
        var cibadmin = new RealCibadmin();
        cibadmin.Hold(document);
        return cibadmin;
    }

    public void Hold(CibDocument document) => File.WriteAllText(CibFile, document.ToXml());

    /// <summary>Runs cibadmin --patch; its exit code and what it printed.</summary>
    public (int ExitCode, string Output) Patch(string patch)
    {
        var patchFile = Path.Combine(_folder, "patch.xml");
        File.WriteAllText(patchFile, patch);
        return Run("cibadmin", "--patch", "--xml-file", patchFile);
    }

    /// <summary>The patch that crm_diff makes of two documents; empty when it sees no difference.</summary>
    public string Diff(CibDocument before, CibDocument after)
    {
        var (one, other) = (Path.Combine(_folder, "one.xml"), Path.Combine(_folder, "other.xml"));
        File.WriteAllText(one, before.ToXml());
        File.WriteAllText(other, after.ToXml());
        return Run("crm_diff", "--original", one, "--new", other).Output;
    }

    /// <summary>Runs cibadmin --replace, which validates the document against its schema; its exit code and what it printed.</summary>
    public (int ExitCode, string Output) Replace(CibDocument document)
    {
        var file = Path.Combine(_folder, "new.xml");
        File.WriteAllText(file, document.ToXml());
        return Run("cibadmin", "--replace", "--xml-file", file);
    }

    /// <summary>Runs crm_verify over what it holds; its exit code and what it printed.</summary>
    public (int ExitCode, string Output) Verify() => Run("crm_verify", "--xml-file", CibFile, "--verbose");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["CIB_file"] = CibFile;
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore($"needs {program} (package pacemaker-cli-utils)");
            throw;
        }
    }
}
