using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays the parts of bundles out, the reverse of <c>Reading.BundleReader</c>.</summary>
internal static class BundleShapes
{
    public static IEnumerable<ObjectShape> Parts(CibBundle bundle)
    {
        yield return Of(bundle.Container);
        if (bundle.Network is { } network)
        {
            yield return Of(network);
        }

        if (bundle.Storage.Count > 0)
        {
            yield return new ObjectShape("storage", "", AttributeMap.Empty) { Parts = [.. bundle.Storage.Select(Of)] };
        }
    }

    private static ObjectShape Of(BundleContainer container) => new(CibWord.Format(container.Technology), "", Map(
        ("image", container.Image),
        ("replicas", Number(container.Replicas)),
        ("replicas-per-host", Number(container.ReplicasPerHost)),
        ("promoted-max", Number(container.PromotedMax)),
        ("masters", Number(container.Masters)),
        ("run-command", container.RunCommand),
        ("network", container.Network),
        ("options", container.Options)));

    private static ObjectShape Of(BundleNetwork network) => new("network", "", Map(
        ("ip-range-start", network.IpRangeStart),
        ("control-port", Number(network.ControlPort)),
        ("host-interface", network.HostInterface),
        ("host-netmask", Number(network.HostNetmask)),
        ("add-host", Boolean(network.AddHost))))
    {
        Parts = [.. network.PortMappings.Select(Of)],
    };

    private static ObjectShape Of(PortMapping mapping) => new("port-mapping", mapping.Id?.Value ?? "", Map(
        ("port", Number(mapping.Port)),
        ("internal-port", Number(mapping.InternalPort)),
        ("range", mapping.Range)));

    private static ObjectShape Of(StorageMapping mapping) => new("storage-mapping", mapping.Id?.Value ?? "", Map(
        ("source-dir", mapping.SourceDir),
        ("source-dir-root", mapping.SourceDirRoot),
        ("target-dir", mapping.TargetDir),
        ("options", mapping.Options)));
}
