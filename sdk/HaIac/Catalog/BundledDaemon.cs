using HaIac.Cib;

namespace HaIac.Catalog;

/// <summary>A daemon in containers: with its agent inside where the cluster has to know more than that the container runs, else as the image starts it.</summary>
/// <remarks>Source: the service table of the design, section 4.3.</remarks>
internal sealed class BundledDaemon(string image, BundleFacts facts, string? agent, ResourceHash values) : PacemakerClass
{
    private const int UsualReplicas = 3;

    // What a clone would be told, the bundle is told, and its instances inherit it; without an agent inside so do its containers.
    private static readonly string[] s_ofClones = ["interleave", "notify", "ordered"];
    private static readonly string[] s_ofContainers = ["failure-timeout", "migration-threshold", "resource-stickiness"];

    public override string Name => $"bundle of {image}";

    private bool HoldsAgent => agent is not null && facts.ControlPort is not null;

    public override bool Supports(HaMode mode) => mode != HaMode.Promotable || HoldsAgent;

    public override Composition Compose(ServiceContext service)
    {
        service.Parameters.AddBelow(new PrimitiveTemplate { ResourceHash = HoldsAgent ? Inside() : Around(s_ofContainers) });
        var replicas = service.Mode == HaMode.ActivePassive ? 1 : UsualReplicas;
        var settings = new BundleSettings
        {
            Agent = HoldsAgent ? agent : null,
            Replicas = replicas,
            PromotedMax = facts.PromotesAll ? replicas : 1,
            ControlPort = facts.ControlPort,
            // What is inside starts the daemon as its own user, and must be root for that whatever the image says.
            Options = HoldsAgent ? "--user=root --log-driver=journald" : "--log-driver=journald",
            Storage = [.. facts.Storage.Select(mount => new StorageMappingArgs { SourceDir = mount.Path, TargetDir = mount.Path, Options = mount.Options })],
        };
        return Bundle(image, settings).Bound(service.Parameters, service.Name).Compose(service);
    }

    // Whoever chooses this form chooses the same agent, so its values hold inside the container too. Its scores and states must outlive the container, as
    // the data on the host do.
    private ResourceHash Inside() =>
    [
        .. values.Where(value => value.Key.StartsWith("param.", StringComparison.Ordinal)),
        .. Around(s_ofClones),
        new("meta.container-attribute-target", "host"),
    ];

    private ResourceHash Around(string[] names) =>
        [.. values.Where(value => names.Contains(value.Key)).Select(value => KeyValuePair.Create($"wrapper.{value.Key}", value.Value))];
}
