using HaIac.Cib.Documents;
using HaIac.Transport.Failing;
using HaIac.Transport.Verifying;

namespace HaIac.Transport.Committing;

/// <summary>
/// Pacemaker's schemas have the last word about every write. For a write of few edits <c>crm_verify</c> gives it before anything is sent; for any
/// write the CIB manager gives it before anything is applied. Either way the offending caller is told alone and the others go on.
/// </summary>
/// <param name="transport">The cluster.</param>
/// <param name="settings">When to ask first.</param>
internal sealed class SchemaGuard(ICibTransport transport, CommitSettings settings)
{
    /// <summary>Asks Pacemaker about a plan before it is sent, if that is cheap.</summary>
    /// <returns>True if the plan may be sent. False: it holds an offender, who has been told.</returns>
    public async Task<bool> MayBeSentAsync(BatchPlan plan)
    {
        if (plan.Accepted.Sum(caller => caller.Edits.Count) > settings.VerifyFirst || ReferenceEquals(plan.Before, plan.After))
        {
            return true;
        }

        try
        {
            if ((await AskAsync(plan.After).ConfigureAwait(false)).ConformsToSchema)
            {
                return true;
            }

            var offender = await SchemaOffender.FindAsync(plan.Before, plan.Accepted, AskAsync).ConfigureAwait(false);
            offender?.Caller.Fail(new CommitException(offender.Findings));
            return offender is null;
        }
        catch (TransportException)
        {
            // Nobody there to ask, or too busy: the CIB manager checks the same before it applies anything.
            return true;
        }
    }

    /// <summary>The CIB manager refuses a plan: tells the offender.</summary>
    /// <param name="plan">The plan that was sent.</param>
    /// <param name="refused">The refusal.</param>
    /// <returns>Callers that have to go their own way because the offender could not be found; empty if it was told.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<PendingCommit>>> IsolateAsync(BatchPlan plan, TransportException refused)
    {
        if (plan.Accepted is [var only] && only.Edits is [var edit])
        {
            only.Fail(new CommitException([CommitFindings.SchemaRefused(edit, 0, refused.ErrorLines)], refused));
            return [];
        }

        if (await FindAsync(plan).ConfigureAwait(false) is { } offender)
        {
            offender.Caller.Fail(new CommitException(offender.Findings, refused));
            return [];
        }

        if (plan.Accepted is [var alone])
        {
            alone.Fail(new CommitException([CommitFindings.SchemaRefused(alone.Edits, refused.ErrorLines)], refused));
            return [];
        }

        // Pacemaker's checker does not see what the CIB manager sees: so each half goes on its own way, down to the offender.
        var half = plan.Accepted.Count / 2;
        return [[.. plan.Accepted.Take(half)], [.. plan.Accepted.Skip(half)]];
    }

    private async Task<RefusedCommit?> FindAsync(BatchPlan plan)
    {
        try
        {
            return await SchemaOffender.FindAsync(plan.Before, plan.Accepted, AskAsync).ConfigureAwait(false);
        }
        catch (TransportException fault) when (fault.Kind == TransportFailure.ToolMissing)
        {
            return null;
        }
    }

    // Without nodes and status crm_verify checks the same schemas but plans no actions: 0.1 s instead of 0.25 s for 200 clones on three nodes.
    private Task<VerifyReport> AskAsync(CibDocument document) => transport.VerifyAsync(WithoutStatus(document), CancellationToken.None);

    private static CibDocument WithoutStatus(CibDocument document) =>
        document.Root.Find("status") is { Children.IsEmpty: false } status
            ? document.WithRoot(document.Root.Replace(status, new CibElement("status", [])))
            : document;
}
