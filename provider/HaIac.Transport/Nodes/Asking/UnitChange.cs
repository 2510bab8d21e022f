using System.Globalization;
using HaIac.Cib.Values;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>The change of a unit. It is done as soon as the unit is as wished, whatever the others of its burst still do.</summary>
/// <param name="unit">The name with suffix.</param>
/// <param name="action">The change.</param>
internal sealed class UnitChange(string unit, UnitAction action) : NodeRequest<UnitOutcome>
{
    private UnitFacts? before;
    private int status;
    private ValueList<string> lines = [];

    /// <inheritdoc/>
    public override string Key => $"unit {unit}";

    /// <inheritdoc/>
    public override void Write(RequestWriter writer) => writer.Line($"{action.ToString().ToLowerInvariant()} {unit}");

    /// <inheritdoc/>
    public override void Hear(NodeRecord record)
    {
        // ended ACTION STATUS UNIT…
        if (record.Word == "ended" && record.Arguments.Skip(2).Contains(unit))
        {
            status = int.TryParse(record.Arguments[1], CultureInfo.InvariantCulture, out var told) ? told : 1;
            var alone = record.Arguments.Count == 3;
            lines = [.. record.Lines.Where(line => line.Length > 0 && (alone || line.Contains(UnitNames.Plain(unit), StringComparison.Ordinal)))];
        }

        if (record.Word != "units" || !record.Units.TryGetValue(unit, out var facts))
        {
            return;
        }

        switch (record.Arguments[0])
        {
            case "before":
                before = facts;
                break;
            case "while" when before is not null && IsReached(before, facts):
                Done(new UnitOutcome(before, facts, 0, []));
                break;
            case "after" when before is not null:
                Done(new UnitOutcome(before, facts, status, lines));
                break;
        }
    }

    private bool IsReached(UnitFacts earlier, UnitFacts now) => !now.HasJob && action switch
    {
        UnitAction.Start => now["ActiveState"] == "active" && now.IsEstablished,
        UnitAction.Restart => now["ActiveState"] == "active" && now.IsEstablished && now["InvocationID"] != earlier["InvocationID"],
        UnitAction.Stop => earlier.State.IsActive && now["ActiveState"] is "inactive",
        _ => false,
    };
}
