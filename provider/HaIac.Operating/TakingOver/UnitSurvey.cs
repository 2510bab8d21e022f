using HaIac.Cib.Values;
using HaIac.Transport.Nodes;

namespace HaIac.Operating.TakingOver;

/// <summary>A unit of one node.</summary>
/// <param name="Node">The node.</param>
/// <param name="State">The unit as its init system has it.</param>
internal sealed record NodeUnit(NodeName Node, UnitState State);

/// <summary>The units of a service on its nodes at one moment.</summary>
/// <param name="Units">Those that are installed, of every init system that is not excluded (rule E4).</param>
/// <param name="Failures">The nodes that could not be asked.</param>
internal sealed record UnitSurvey(ValueList<NodeUnit> Units, ValueList<NodeFailure> Failures)
{
    /// <summary>The nodes on which any of the units runs.</summary>
    public ValueList<NodeName> RunningOn { get; } = [.. Units.Where(unit => unit.State.IsActive).Select(unit => unit.Node).Distinct().Order()];

    /// <summary>The units of one node.</summary>
    public IEnumerable<UnitState> On(NodeName node) => Units.Where(unit => unit.Node == node).Select(unit => unit.State);
}
