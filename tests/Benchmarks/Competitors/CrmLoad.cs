using HaIac.Labs;

namespace Benchmarks.Competitors;

/// <summary>One batch of crmsh.</summary>
internal sealed record CrmLoad(IEnumerable<ClonedService> Services) : Competitor("crm configure load update", "crm configure load update /tmp/services.crm")
{
    public override Task PrepareAsync(LabNode node) =>
        node.WriteFileAsync("/tmp/services.crm", string.Concat(Services.Select(Primitive).Concat(Services.Select(CloneLine)).Concat(Services.Select(Order))));

    private static string Primitive(ClonedService service) =>
        $"primitive {service.Name} {service.Agent} {string.Concat(service.Operations.Select(op => $"op {op} "))}meta {service.Meta}\n";

    private static string CloneLine(ClonedService service) => $"clone {service.CloneId} {service.Name} meta {service.CloneMeta}\n";

    private static string Order(ClonedService service) =>
        service.Order is { } order ? $"order {order.Id} {order.Kind}: {order.First} {service.CloneId}\n" : "";
}
