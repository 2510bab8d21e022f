using HaIac.Cib.Values;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>The state of units.</summary>
/// <param name="units">Their names with suffix.</param>
internal sealed class UnitLook(ValueList<string> units) : NodeRequest<ValueList<UnitFacts>>
{
    /// <summary>The names.</summary>
    public ValueList<string> Units => units;

    /// <inheritdoc/>
    public override void Write(RequestWriter writer)
    {
        foreach (var unit in units)
        {
            writer.Line($"look {unit}");
        }
    }

    /// <inheritdoc/>
    public override void Hear(NodeRecord record)
    {
        if (record.Word == "units" && units.All(record.Units.ContainsKey))
        {
            Done([.. units.Select(unit => record.Units[unit])]);
        }
    }
}
