using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Naming;
using HaIac.Operating.Services;

namespace HaIac.Operating.Lifecycle;

/// <summary>Constraints that allow a service on its nodes, for clusters that run nothing where it is not allowed (rules J1-J4). Pure functions of a CIB.</summary>
internal static class OptInLocations
{
    /// <summary>The constraint as we make it.</summary>
    public static LocationConstraint Of(CibId outer, NodeName node, OptInSettings settings) =>
        new() { Id = MarkedIds.Location(outer, node), Resource = outer, Node = node, Score = Score.Parse(settings.Score) };

    /// <summary>The constraint that does that in a CIB, ours or an equal one under another id (rule J4); null when there is none.</summary>
    public static LocationConstraint? Find(CibDocument cib, CibId outer, NodeName node, OptInSettings settings) =>
        cib.Constraints.OfType<LocationConstraint>().Where(location => IsFor(location, outer, node))
            .OrderByDescending(location => location.Id == MarkedIds.Location(outer, node))
            .FirstOrDefault(location => location.Id == MarkedIds.Location(outer, node) || location.Score == Score.Parse(settings.Score));

    /// <summary>Edits after which the service is allowed on these nodes.</summary>
    public static IReadOnlyList<CibEdit> Allow(CibDocument cib, ResolvedService service, IEnumerable<NodeName> nodes, OptInSettings settings) =>
        settings.Enabled
            ? [.. nodes.Where(node => Find(cib, service.Outer.Id, node, settings) is null).Select(node => new PutObject(Of(service.Outer.Id, node, settings), null))]
            : [];

    /// <summary>Edits after which our constraint for the node is gone (rule I4); one under another id is not ours and stays.</summary>
    public static IReadOnlyList<CibEdit> Forbid(CibDocument cib, ResolvedService service, NodeName node, OptInSettings settings) =>
        settings.Enabled && cib.Find(MarkedIds.Location(service.Outer.Id, node)) is LocationConstraint ours && IsFor(ours, service.Outer.Id, node)
            ? [new RemoveObject(ours)]
            : [];

    private static bool IsFor(LocationConstraint location, CibId outer, NodeName node) =>
        location.Resource == outer && location.Node == node && location.Role is null && location.Rules.Count == 0;
}
