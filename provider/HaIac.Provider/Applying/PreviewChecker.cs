using HaIac.Cib.Comparing;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
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
    /// <exception cref="FindingException">Something stands in the way.</exception>
    public async Task CheckCreateAsync(Composition wanted, bool takesOver, CallContext call, CancellationToken cancellationToken)
    {
        var cib = await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false);
        foreach (var item in wanted.Objects.Where(item => !takesOver && cib.FindElement(item.Id) is not null))
        {
            var differences = cib.Find(item.Id) is { } live
                ? CibComparer.Compare(item, live).Where(change => change.Kind is ChangeKind.Added or ChangeKind.Changed).ToList()
                : [];
            // A replacement creates under the id of what it replaces; that one is gone by then.
            if (differences.Count > 0 && !session.Owned.IsReplacing(item.Id.Value))
            {
                throw new FindingException(ReferenceFindings.Taken(item, differences, call.Subject));
            }
        }

        await ReferencesAsync(wanted, [], call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks for changes by others and for constraints on nothing.</summary>
    /// <exception cref="FindingException">A constraint names nothing that exists.</exception>
    /// <exception cref="CommitException">Somebody else changed what is ours.</exception>
    public async Task CheckUpdateAsync(Composition wanted, Composition lastApplied, CallContext call, CancellationToken cancellationToken)
    {
        var cib = await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false);
        var last = lastApplied.Objects.ToDictionary(item => item.Id);
        var edits = wanted.Objects.Where(item => last.ContainsKey(item.Id)).Select(CibEdit (item) => new PutObject(item, last[item.Id])).ToList();
        var conflicts = EditApplier.Apply(cib, edits).Findings.Where(finding => finding.Code == CibFindingCodes.ChangedByOthers).ToList();
        if (conflicts.Count > 0)
        {
            throw new CommitException([.. conflicts]);
        }

        await ReferencesAsync(wanted, lastApplied.Objects.Where(item => wanted.Objects.All(kept => kept.Id != item.Id)), call, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReferencesAsync(Composition wanted, IEnumerable<CibObject> dropped, CallContext call, CancellationToken cancellationToken)
    {
        var pass = session.Gate.Enter(wanted.ResourceIds.Select(id => id.Value), wanted.References.Select(reference => reference.Named.Value), []);
        _ = dropped;
        try
        {
            await new ResourceApplier(session).NeedsAsync(pass, wanted, call, cancellationToken).ConfigureAwait(false);
            pass.Landed(); // What a preview has seen declared counts as there for the rest of it.
        }
        finally
        {
            pass.Dispose();
        }
    }
}
