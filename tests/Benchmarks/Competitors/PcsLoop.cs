using HaIac.Labs;

namespace Benchmarks.Competitors;

/// <summary>One command of pcs for each clone and one for each order, as scripts and configuration management run them.</summary>
internal sealed record PcsLoop(IEnumerable<ClonedService> Services) : Competitor("a loop of pcs commands", "sh -e /tmp/services.sh")
{
    public override Task PrepareAsync(LabNode node) => node.WriteFileAsync("/tmp/services.sh", string.Concat(Services.Select(Commands)));

    // Without its own default operations, since the content is given in full.
    private static string Commands(ClonedService service) =>
        $"pcs resource create {service.Name} {service.Agent} op {string.Join(' ', service.Operations)} meta {service.Meta} "
        + $"--no-default-ops clone {service.CloneId} {service.CloneMeta}\n"
        + (service.Order is { } order ? $"pcs constraint order {order.First} then {service.CloneId} kind={order.Kind} id={order.Id}\n" : "");
}
