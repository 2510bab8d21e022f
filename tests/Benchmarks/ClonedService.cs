using System.Collections.Immutable;
using System.Xml.Linq;

namespace Benchmarks;

/// <summary>One cloned service with the order before it, as far as all writers must agree on it. Ids of operations and sets are each tool's own.</summary>
/// <param name="Name">Id of the primitive.</param>
/// <param name="CloneId">Id of the clone.</param>
/// <param name="Agent">Name of the agent.</param>
/// <param name="Operations">Operations as pcs and crmsh take them: "monitor interval=30s timeout=60s".</param>
/// <param name="Meta">Meta attributes of the primitive, "name=value".</param>
/// <param name="CloneMeta">Meta attributes of the clone, "name=value".</param>
/// <param name="Order">The order constraint that has the clone start after another; null for the first.</param>
internal sealed record ClonedService(
    string Name, string CloneId, string Agent, ImmutableArray<string> Operations, string Meta, string CloneMeta, OptionalOrder? Order)
{
    /// <summary>Reads all services of a CIB, without the product's own library.</summary>
    public static ImmutableArray<ClonedService> ReadAll(string cib)
    {
        var configuration = XDocument.Parse(cib).Root!.Element("configuration")!;
        var orders = configuration.Element("constraints")!.Elements("rsc_order").ToDictionary(
            order => Text(order, "then"), order => new OptionalOrder(Text(order, "id"), Text(order, "first"), Text(order, "kind")));
        return
        [
            .. from clone in configuration.Element("resources")!.Elements("clone")
               let primitive = clone.Element("primitive")!
               orderby Text(clone, "id")
               select new ClonedService(
                   Text(primitive, "id"),
                   Text(clone, "id"),
                   $"{Text(primitive, "class")}:{Text(primitive, "provider")}:{Text(primitive, "type")}",
                   [.. primitive.Element("operations")!.Elements("op").Select(Operation).Order(StringComparer.Ordinal)],
                   Pairs(primitive.Element("meta_attributes")),
                   Pairs(clone.Element("meta_attributes")),
                   orders.GetValueOrDefault(Text(clone, "id"))),
        ];
    }

    /// <summary>All of it as one text, to compare what two tools wrote.</summary>
    public override string ToString() => $"{CloneId}({Name} {Agent} [{string.Join("; ", Operations)}] {Meta}) {CloneMeta} {Order}";

    private static string Operation(XElement op) => $"{Text(op, "name")} interval={Text(op, "interval")} timeout={Text(op, "timeout")}";

    private static string Pairs(XElement? set) => string.Join(' ', (set?.Elements("nvpair") ?? [])
        .Select(pair => $"{Text(pair, "name")}={Text(pair, "value")}").Order(StringComparer.Ordinal));

    private static string Text(XElement element, string attribute) => (string)element.Attribute(attribute)!;
}
