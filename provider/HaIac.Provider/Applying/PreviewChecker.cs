using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Operating.Findings;
using HaIac.Provider.Composing;
using HaIac.Transport.Committing;

namespace HaIac.Provider.Applying;

/// <summary>Tells in a preview what would stand in the way of a write. Reads the cluster, never writes.</summary>
internal sealed class PreviewChecker(ClusterSession session)
{
    /// <summary>Looks for ids that are taken and for constraints on nothing.</summary>
    /// <param name="wanted">The objects.</param>
    /// <param name="takesOver">Whether what is there already is no obstacle.</param>
    /// <param name="call">What the call brings along.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <returns>What the user should know about the objects, although it does not stand in the way.</returns>
    /// <exception cref="FindingException">A constraint names nothing that exists.</exception>
    /// <exception cref="CommitException">An id is taken, or the cluster would refuse an object.</exception>
    public async Task<IReadOnlyList<CibFinding>> CheckCreateAsync(Composition wanted, bool takesOver, CallContext call, CancellationToken cancellationToken)
    {
        var cib = await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false);
        // A replacement creates under the id of what it replaces; that one is gone by then.
        var taken = wanted.Objects.Where(item => !takesOver && cib.FindElement(item.Id) is not null && !session.Owned.IsReplacing(item.Id.Value)
            && !ResourceApplier.IsAsDeclared(item, cib)).ToList();
        var findings = taken.SelectMany(item => EditApplier.Apply(cib, [new PutObject(item, null)]).Findings).ToList();
        if (findings.Count > 0)
        {
            throw new CommitException([.. findings]);
        }

        await ReferencesAsync(wanted, call, cancellationToken).ConfigureAwait(false);
        return PreviewFindings.About(cib, [.. wanted.Objects.Where(item => cib.FindElement(item.Id) is null).Select(CibEdit (item) => new PutObject(item, null))], wanted);
    }

    /// <summary>Looks for changes by others and for constraints on nothing.</summary>
    /// <returns>What the user should know about the changed objects, although it does not stand in the way.</returns>
    /// <exception cref="FindingException">A constraint names nothing that exists.</exception>
    /// <exception cref="CommitException">Somebody else changed what is ours, or the cluster would refuse an object.</exception>
    public async Task<IReadOnlyList<CibFinding>> CheckUpdateAsync(Composition wanted, Composition lastApplied, CallContext call, CancellationToken cancellationToken)
    {
        var cib = await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false);
        var last = new Counterparts(wanted, lastApplied);
        var edits = session.AsConfigured([.. wanted.Objects.Where(item => last.LastOf(item) is not null).Select(CibEdit (item) => wanted.Put(item, last.LastOf(item)))]);
        var conflicts = EditApplier.Apply(cib, edits).Findings.Where(finding => finding.Code == CibFindingCodes.ChangedByOthers).ToList();
        if (conflicts.Count > 0)
        {
            throw new CommitException([.. conflicts]);
        }

        await ReferencesAsync(wanted, call, cancellationToken).ConfigureAwait(false);
        return PreviewFindings.About(cib, edits, wanted);
    }

    /// <summary>What becomes of the holders of a resource, a line each (rule N3).</summary>
    public static IEnumerable<string> DescribeRenesting(Composition wanted, Composition lastApplied)
    {
        var pairs = new Counterparts(wanted, lastApplied);
        if (pairs.IsAnother(wanted))
        {
            yield return $"{lastApplied.Outer} would stop and leave the cluster, then {wanted.Outer} enter it: they have nothing in common";
        }

        foreach (var (before, after) in pairs.Renested)
        {
            yield return $"{before.Tag} {before.Id} would become {after.Tag} {after.Id} in place; constraints on {before.Id} follow";
        }
    }

    private async Task ReferencesAsync(Composition wanted, CallContext call, CancellationToken cancellationToken)
    {
        using var pass = session.Gate.Enter(wanted.ResourceIds.Select(id => id.Value), wanted.References.Select(reference => reference.Named.Value), []);
        await new ResourceApplier(session).NeedsAsync(pass, wanted, call, cancellationToken).ConfigureAwait(false);
        pass.Landed(); // What a preview has seen declared counts as there for the rest of it.
    }
}
