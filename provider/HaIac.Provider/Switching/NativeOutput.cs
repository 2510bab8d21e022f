using System.Collections.Immutable;
using HaIac.Cib.Values;
using HaIac.Operating.TakingOver;
using HaIac.Provider.Composing;
using Pulumi.Experimental;

namespace HaIac.Provider.Switching;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>The record of a takeover as it stands in the state: by node, then by unit.</summary>
internal static class NativeOutput
{
    /// <summary>The output that holds it.</summary>
    public const string Name = "native";

    /// <summary>The record as a value.</summary>
    public static PropertyValue Write(IReadOnlyCollection<NativeRecord> record) => new(record.GroupBy(unit => unit.Node.Value, StringComparer.Ordinal).ToImmutableDictionary(
        node => node.Key,
        node => new PropertyValue(node.GroupBy(unit => unit.Unit, StringComparer.Ordinal).ToImmutableDictionary(unit => unit.Key, unit => Unit(unit.First()), StringComparer.Ordinal)), StringComparer.Ordinal));

    /// <summary>The record that outputs hold; empty if none.</summary>
    public static ValueList<NativeRecord> Read(Fields outputs)
    {
        var nodes = new Inputs(outputs).Object(Name);
        return nodes is null ? [] :
        [
            .. from node in nodes.Fields.Keys.Order(StringComparer.Ordinal)
               let units = nodes.Object(node)!
               from unit in units.Fields.Keys.Order(StringComparer.Ordinal)
               let state = units.Object(unit)!
               select new NativeRecord(NodeName.Parse(node), unit, state.Text("manager") ?? "systemd", state.Flag("enabled") == true, state.Flag("active") == true) { Masked = state.Flag("masked") == true },
        ];
    }

    private static PropertyValue Unit(NativeRecord unit)
    {
        var fields = Fields.Empty.Add("manager", new(unit.Manager)).Add("enabled", new(unit.Enabled)).Add("active", new(unit.Active));
        return new(unit.Masked ? fields.Add("masked", new(true)) : fields);
    }
}
