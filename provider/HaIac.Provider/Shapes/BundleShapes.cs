using HaIac.Cib.Resources;
using HaIac.Provider.Checking;

namespace HaIac.Provider.Shapes;

/// <summary>Bundles: containers that the cluster runs, each with a primitive inside if one is given.</summary>
/// <remarks>Source: Pacemaker Explained, Bundles; resources-3.9.rng element-bundle.</remarks>
internal static class BundleShapes
{
    private const int LastPort = 65535;

    private static readonly TextShape s_port = Texts.Number("a port, 1 to 65535", 1, LastPort);

    private static readonly ObjectShape s_container = new("a container",
    [
        new("technology", Texts.Word<ContainerTechnology>()) { Default = "podman", Replaces = true },
        new("image", Texts.Any) { Required = true },
        new("replicas", Texts.Number("a number of containers from 1", 1)),
        new("replicasPerHost", Texts.Number("a number of containers from 1", 1)),
        new("promotedMax", Texts.Count),
        new("runCommand", Texts.Any),
        new("network", Texts.Any),
        new("options", Texts.Any),
    ]) { Rules = BundleRules.Container };

    private static readonly ObjectShape s_portMapping = new("a port mapping",
    [
        new("port", s_port),
        new("internalPort", s_port),
        new("range", Texts.Any),
    ]) { Rules = BundleRules.Port };

    private static readonly ObjectShape s_network = new("a network of a bundle",
    [
        new("ipRangeStart", Texts.Any),
        new("controlPort", s_port),
        new("hostInterface", Texts.Any),
        new("hostNetmask", Texts.Number("a length in bits, 0 to 128", 0, 128)),
        new("addHost", new FlagShape()),
        new("ports", new ListShape("port mappings", s_portMapping, item => Read(item, "port") + Read(item, "range"), Ordered: false)),
    ]);

    private static readonly ObjectShape s_storage = new("a storage mapping",
    [
        new("sourceDir", Texts.Any),
        new("sourceDirRoot", Texts.Any),
        new("targetDir", Texts.Any) { Required = true },
        new("options", Texts.Any),
    ]) { Rules = BundleRules.Storage };

    /// <summary>Containers of one image.</summary>
    public static ObjectShape Bundle { get; } = new("a bundle",
    [
        new("cibId", Texts.Id) { Replaces = true },
        new("container", s_container) { Required = true },
        new("network", s_network),
        new("storage", new ListShape("storage mappings", s_storage, item => Read(item, "targetDir"), Ordered: false)),
        new("primitive", PrimitiveShapes.Primitive.Requiring("cibId")) { Replaces = true },
        new("meta", MetaShapes.Meta),
    ]) { Rules = BundleRules.Bundle };

    private static string Read(IReadOnlyDictionary<string, Pulumi.Experimental.PropertyValue> item, string name) =>
        item.TryGetValue(name, out var value) ? TextShape.AsText(value) ?? "" : "";
}
