using HaIac.Cib.Values;

namespace HaIac.Operating.TakingOver;

/// <summary>How a unit of one node was before it was taken over: what giving the service back restores (rule E7).</summary>
/// <param name="Node">The node.</param>
/// <param name="Unit">The unit without <c>.service</c>.</param>
/// <param name="Manager">The init system that knows it.</param>
/// <param name="Enabled">Whether it started with the machine.</param>
/// <param name="Active">Whether it ran.</param>
internal sealed record NativeRecord(NodeName Node, string Unit, string Manager, bool Enabled, bool Active)
{
    /// <summary>Whether HaIac has masked it.</summary>
    public bool Masked { get; init; }

    /// <summary>Joins what was recorded first with what was seen later: the first wins, since by the second look the unit was disabled already.</summary>
    public static ValueList<NativeRecord> Join(IEnumerable<NativeRecord> first, IEnumerable<NativeRecord> later) =>
    [
        .. first.Concat(later).GroupBy(item => (item.Node, item.Unit, item.Manager))
            .Select(same => same.First() with { Masked = same.Any(item => item.Masked) })
            .OrderBy(item => item.Node).ThenBy(item => item.Unit, StringComparer.Ordinal).ThenBy(item => item.Manager, StringComparer.Ordinal),
    ];
}
