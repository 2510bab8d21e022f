using System.Collections.Immutable;
using HaIac.Cib.Checking;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Transport;
using HaIac.Transport.Failing;
using HaIac.Transport.Verifying;

namespace HaIac.Cli.Cibs.Verifying;

/// <summary>What is to be said about a configuration: our own findings, and Pacemaker's word.</summary>
/// <param name="Findings">Ours, in the order of the document.</param>
/// <param name="Pacemaker">Pacemaker's; not checked where its tools are not installed.</param>
internal sealed record Verdict(ImmutableArray<CibFinding> Findings, VerifyReport Pacemaker)
{
    /// <summary>How many errors there are.</summary>
    public int Errors => Findings.Count(finding => finding.Severity == FindingSeverity.Error) + Pacemaker.SchemaErrors.Count + Pacemaker.Errors.Count;

    /// <summary>How many warnings there are.</summary>
    public int Warnings => Findings.Count(finding => finding.Severity == FindingSeverity.Warning) + Pacemaker.Warnings.Count;

    /// <summary>Asks both.</summary>
    /// <param name="document">The configuration.</param>
    /// <param name="tools">Where Pacemaker's tools are run.</param>
    /// <param name="ct">Ends the asking.</param>
    public static async Task<Verdict> OfAsync(CibDocument document, ICibTransport tools, CancellationToken ct)
    {
        var findings = CrossChecker.Check(document);
        try
        {
            return new(findings, await tools.VerifyAsync(document, ct));
        }
        catch (TransportException missing) when (missing.Kind == TransportFailure.ToolMissing)
        {
            return new(findings, new VerifyReport { Checked = false });
        }
    }
}
