using HaIac.Cib.Resources;

namespace HaIac.Provider.Composing;

/// <summary>Makes bundles of checked inputs.</summary>
internal static class BundleComposer
{
    /// <summary>A bundle.</summary>
    public static CibBundle Bundle(Inputs inputs) => new()
    {
        Id = inputs.Id(),
        Container = Container(inputs.Object("container")!),
        Network = inputs.Object("network") is { } network ? Network(network) : null,
        Storage = [.. inputs.List("storage").Select(Storage)],
        Primitive = inputs.Object("primitive") is { } primitive ? ResourceComposer.Primitive(primitive) : null,
        MetaAttributes = inputs.Attributes("meta"),
    };

    private static BundleContainer Container(Inputs inputs) => new()
    {
        Technology = inputs.Word<ContainerTechnology>("technology") ?? ContainerTechnology.Podman,
        Image = inputs.Needed("image"),
        Replicas = inputs.Number("replicas"),
        ReplicasPerHost = inputs.Number("replicasPerHost"),
        PromotedMax = inputs.Number("promotedMax"),
        RunCommand = inputs.Text("runCommand"),
        Network = inputs.Text("network"),
        Options = inputs.Text("options"),
    };

    private static BundleNetwork Network(Inputs inputs) => new()
    {
        IpRangeStart = inputs.Text("ipRangeStart"),
        ControlPort = inputs.Number("controlPort"),
        HostInterface = inputs.Text("hostInterface"),
        HostNetmask = inputs.Number("hostNetmask"),
        AddHost = inputs.Flag("addHost"),
        PortMappings = [.. inputs.List("ports").Select(port => new PortMapping
        {
            Port = port.Number("port"),
            InternalPort = port.Number("internalPort"),
            Range = port.Text("range"),
        })],
    };

    private static StorageMapping Storage(Inputs inputs) => new()
    {
        SourceDir = inputs.Text("sourceDir"),
        SourceDirRoot = inputs.Text("sourceDirRoot"),
        TargetDir = inputs.Needed("targetDir"),
        Options = inputs.Text("options"),
    };
}
