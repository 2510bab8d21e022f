using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing;

/// <summary>One operation on its three sides; at least one is there.</summary>
internal sealed record OperationTriple(ObjectShape? Last, ObjectShape? Wanted, CibElement? Live)
{
    public string Name => Wanted?.Attributes.Find("name") ?? Last?.Attributes.Find("name") ?? Live?["name"] ?? "";

    public string Interval => Last?.Attributes.Find("interval") ?? Wanted?.Attributes.Find("interval") ?? Live?["interval"] ?? "0s";
}
