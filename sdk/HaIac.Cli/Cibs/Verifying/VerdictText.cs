using HaIac.Cib.Findings;
using HaIac.Cli.Printing;
using HaIac.Transport.Verifying;

namespace HaIac.Cli.Cibs.Verifying;

/// <summary>A verdict for people.</summary>
internal static class VerdictText
{
    /// <summary>Writes it: findings one below the other, then Pacemaker's own words, then the counts.</summary>
    /// <param name="paper">Takes the text.</param>
    /// <param name="name">Where the CIB is from.</param>
    /// <param name="verdict">The verdict.</param>
    public static void Write(Paper paper, string name, Verdict verdict)
    {
        foreach (var finding in verdict.Findings)
        {
            Finding(paper, finding);
            paper.Line();
        }

        Pacemaker(paper, verdict.Pacemaker);
        paper.Line(Counts(name, verdict), verdict.Errors > 0 ? Ink.Error : verdict.Warnings > 0 ? Ink.Warning : Ink.Added);
    }

    /// <summary>Writes one finding.</summary>
    /// <param name="paper">Takes the text.</param>
    /// <param name="finding">The finding.</param>
    public static void Finding(Paper paper, CibFinding finding)
    {
        var isError = finding.Severity == FindingSeverity.Error;
        paper.Write(isError ? "error" : "warning", isError ? Ink.Error : Ink.Warning);
        var lines = finding.ToString().ReplaceLineEndings("\n").Split('\n');
        paper.Line($": {lines[0]}");
        foreach (var line in lines.Skip(1))
            paper.Write(line[..9], Ink.Faint).Line(line[9..]);
    }

    private static void Pacemaker(Paper paper, VerifyReport report)
    {
        if (!report.Checked)
        {
            paper.Line("Pacemaker was not asked: crm_verify is not installed here (Debian: pacemaker-cli-utils).", Ink.Warning).Line();
            return;
        }

        var words = report.SchemaErrors.Select(text => ("schema", text, Ink.Error))
            .Concat(report.Errors.Select(text => ("error", text, Ink.Error)))
            .Concat(report.Warnings.Select(text => ("warning", text, Ink.Warning))).ToList();
        if (words.Count == 0)
            return;
        paper.Line("Pacemaker (crm_verify) says:", Ink.Heading);
        foreach (var (kind, text, ink) in words)
            paper.Write("  ").Write(kind.PadRight(9), ink).Line(text);
        paper.Line();
    }

    private static string Counts(string name, Verdict verdict)
    {
        var counts = (verdict.Errors, verdict.Warnings) switch
        {
            (0, 0) => "nothing found",
            _ => string.Join(", ", new[] { Counted(verdict.Errors, "error"), Counted(verdict.Warnings, "warning") }.Where(text => text.Length > 0)),
        };
        var accepted = !verdict.Pacemaker.Checked ? "" : verdict.Pacemaker.ConformsToSchema ? "; a cluster would accept it" : "; a cluster would refuse it";
        return $"{name}: {counts}{accepted}.";
    }

    private static string Counted(int count, string word) => count == 0 ? "" : $"{count} {word}{(count == 1 ? "" : "s")}";
}
