using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Operating.Findings;
using HaIac.Provider.Composing;

namespace HaIac.Provider.Applying;

/// <summary>Sees to it that nothing refers to resources that are to be taken out.</summary>
/// <param name="session">The cluster.</param>
/// <param name="patience">How long nobody may be at work before a delete goes ahead with its own constraints.</param>
internal sealed class ReferenceRelease(ClusterSession session, TimeSpan patience)
{
    /// <summary>Waits until nothing refers to the resources but what is taken out as well.</summary>
    /// <returns>Bans and preferences that operators set by hand: they are about the resource and leave with it.</returns>
    public async Task<IReadOnlyList<CibObject>> UnreferencedAsync(
        EarlyWrite early, ReferenceGate.Pass pass, Composition leaving, CallContext call, CancellationToken cancellationToken)
    {
        if (!leaving.ResourceIds.Any())
        {
            await pass.RemovedAsync([], cancellationToken).ConfigureAwait(false);
            return [];
        }

        var holders = Holders(await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false), leaving);
        if (await pass.RemovedAsync(Declared(holders), cancellationToken, patience).ConfigureAwait(false))
        {
            return [.. holders.Where(ByHand)];
        }

        await FreeOthersAsync(early, leaving, cancellationToken).ConfigureAwait(false);
        holders = Holders(await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false), leaving);
        if (await pass.RemovedAsync(Declared(holders), cancellationToken).ConfigureAwait(false))
        {
            return [.. holders.Where(ByHand)];
        }

        session.Cib.Forget();
        holders = Holders(await session.Cib.GetAsync(cancellationToken).ConfigureAwait(false), leaving);
        if (holders.All(ByHand))
        {
            return [.. holders];
        }

        throw new FindingException(ReferenceFindings.StillReferenced(leaving, [.. holders.Where(item => !ByHand(item))], call.Subject, session.Transport.Address));
    }

    /// <summary>
    /// Takes out what nobody can refer to: constraints. An engine runs only so many deletes at once; when those that run are a piece of a longer
    /// chain, each waits for the next and none would ever go. Without their constraints all but the last can.
    /// </summary>
    private async Task FreeOthersAsync(EarlyWrite early, Composition leaving, CancellationToken cancellationToken)
    {
        var constraints = leaving.Objects.OfType<CibConstraint>().ToList();
        if (constraints.Count == 0)
        {
            return;
        }

        using var pass = session.Gate.Enter([], [], constraints.Select(item => item.Id.Value));
        await session.CommitAsync([.. constraints.Select(item => new RemoveObject(item))], cancellationToken).ConfigureAwait(false);
        early.Removed(constraints);
        pass.Landed();
    }

    private static IReadOnlyCollection<string> Declared(IEnumerable<CibConstraint> holders) =>
        [.. holders.Where(item => !ByHand(item)).Select(item => item.Id.Value)];

    private static bool ByHand(CibConstraint constraint) =>
        constraint.Id.Value.StartsWith("cli-ban-", StringComparison.Ordinal) || constraint.Id.Value.StartsWith("cli-prefer-", StringComparison.Ordinal);

    /// <summary>The constraints of others that name what is leaving.</summary>
    private static List<CibConstraint> Holders(CibDocument cib, Composition leaving)
    {
        var own = leaving.Objects.Select(item => item.Id).ToHashSet();
        var ids = leaving.ResourceIds.ToHashSet();
        return [.. cib.Constraints.OfType<CibConstraint>().Where(item => !own.Contains(item.Id) && Composition.ReferencesOf(item).Any(reference => ids.Contains(reference.Named)))];
    }
}
