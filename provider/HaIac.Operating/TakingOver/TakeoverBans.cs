using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Operating.TakingOver;

/// <summary>Bans that keep the cluster off a node while the init system's instance still runs there. They live as long as a handover.</summary>
internal static class TakeoverBans
{
    /// <summary>The ban of a resource on a node.</summary>
    /// <remarks>
    /// Discovery is off: a probe would find the init system's instance, take it for one of the cluster's, and stop it because it is banned there.
    /// </remarks>
    public static LocationConstraint On(CibId outer, NodeName node) => new()
    {
        Id = CibId.Parse($"{Prefix(outer)}{node}"),
        Resource = outer,
        Node = node,
        Score = Score.Parse("-INFINITY"),
        Discovery = ResourceDiscovery.Never,
    };

    /// <summary>Bans of a resource that are in the cluster; those of a run that died are among them.</summary>
    public static IEnumerable<LocationConstraint> In(CibDocument cib, CibId outer) =>
        cib.Constraints.OfType<LocationConstraint>().Where(ban => ban.Id.Value.StartsWith(Prefix(outer), StringComparison.Ordinal) && ban.Resource == outer);

    private static string Prefix(CibId outer) => $"haiac-takeover-{outer}-on-";
}
