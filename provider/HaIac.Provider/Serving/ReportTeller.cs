using System.Collections.Immutable;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Findings;
using HaIac.Provider.Applying;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace HaIac.Provider.Serving;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>Tells the user what the cluster made of a resource.</summary>
internal sealed class ReportTeller(ResourceLog log)
{
    /// <summary>Tells it, and fails when that is not healthy: the engine then keeps the object and tries again.</summary>
    /// <param name="id">The resource, as the engine knows it.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="report">What became of it.</param>
    /// <param name="only">Findings that only warn.</param>
    public async Task TellAsync(string id, Fields inputs, Fields outputs, ApplyReport report, Func<Finding, bool>? only = null)
    {
        var warns = report.Findings.ToLookup(finding => only?.Invoke(finding) == true);
        foreach (var warning in report.Warnings.Concat(warns[true].Select(finding => finding.ToString())))
        {
            await log.WarningAsync(warning).ConfigureAwait(false);
        }

        foreach (var verdict in report.Verdicts.Values.Where(verdict => verdict.Kind == VerdictKind.Settled))
        {
            await log.InfoAsync(verdict.Text).ConfigureAwait(false);
        }

        if (warns[false].ToList() is { Count: > 0 } findings)
        {
            throw new ResourceInitializationException(id, outputs, [.. findings.Select(finding => finding.ToString())]) { Inputs = inputs };
        }
    }
}
