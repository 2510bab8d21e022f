using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of bundles; null when a record cannot hold what is there.</summary>
internal static class BundleReader
{
    public static CibBundle? Bundle(CibElement element)
    {
        var inner = element.Elements.Where(child => CibTags.IsResource(child.Name)).Select(child => ObjectReader.Read(child)).ToList();
        var network = element.Find("network");
        return inner is [] or [CibPrimitive]
            && Container(element) is { } container
            && (network is null ? null : Network(network)) is var read
            && (network is null || read is not null)
            && Storage(element.Find("storage")) is { } storage
            ? new CibBundle
            {
                Id = IdOf(element),
                Description = element["description"],
                Container = container,
                Network = read,
                Storage = storage,
                Primitive = (CibPrimitive?)inner.FirstOrDefault(),
                InstanceAttributes = AttributeSets.Plain(element, CibTags.InstanceAttributes),
                FurtherInstanceAttributes = AttributeSetReader.Further(element, CibTags.InstanceAttributes),
                MetaAttributes = AttributeSets.Plain(element, CibTags.MetaAttributes),
                FurtherMetaAttributes = AttributeSetReader.Further(element, CibTags.MetaAttributes),
            }
            : null;
    }

    private static BundleContainer? Container(CibElement bundle)
    {
        ContainerTechnology technology = default;
        int? replicas = null;
        int? perHost = null;
        int? promoted = null;
        int? masters = null;
        return bundle.Elements.FirstOrDefault(child => CibWord.TryParse(child.Name, out technology, out _)) is { } element
            && element["image"] is { } image
            && TryRead(element["replicas"], TryNumber, ref replicas)
            && TryRead(element["replicas-per-host"], TryNumber, ref perHost)
            && TryRead(element["promoted-max"], TryNumber, ref promoted)
            && TryRead(element["masters"], TryNumber, ref masters)
            ? new BundleContainer
            {
                Technology = technology,
                Image = image,
                Replicas = replicas,
                ReplicasPerHost = perHost,
                PromotedMax = promoted,
                Masters = masters,
                RunCommand = element["run-command"],
                Network = element["network"],
                Options = element["options"],
            }
            : null;
    }

    private static BundleNetwork? Network(CibElement element)
    {
        int? controlPort = null;
        int? netmask = null;
        bool? addHost = null;
        var mappings = element.Elements.Where(child => child.Name == "port-mapping").Select(Port).ToList();
        return TryRead(element["control-port"], TryNumber, ref controlPort)
            && TryRead(element["host-netmask"], TryNumber, ref netmask)
            && TryRead(element["add-host"], CibBoolean.TryParse, ref addHost)
            && !mappings.Contains(null)
            ? new BundleNetwork
            {
                IpRangeStart = element["ip-range-start"],
                ControlPort = controlPort,
                HostInterface = element["host-interface"],
                HostNetmask = netmask,
                AddHost = addHost,
                PortMappings = mappings.OfType<PortMapping>().ToValueList(),
            }
            : null;
    }

    private static PortMapping? Port(CibElement element)
    {
        int? port = null;
        int? inside = null;
        return TryRead(element["port"], TryNumber, ref port) && TryRead(element["internal-port"], TryNumber, ref inside)
            ? new PortMapping { Id = OwnId(element), Port = port, InternalPort = inside, Range = element["range"] }
            : null;
    }

    private static ValueList<StorageMapping>? Storage(CibElement? storage)
    {
        ValueList<StorageMapping> mappings = [];
        foreach (var element in storage?.Elements ?? [])
        {
            if (element.Name != "storage-mapping")
            {
                continue;
            }

            if (element["target-dir"] is not { } target)
            {
                return null;
            }

            mappings = mappings.Add(new StorageMapping
            {
                Id = OwnId(element),
                SourceDir = element["source-dir"],
                SourceDirRoot = element["source-dir-root"],
                TargetDir = target,
                Options = element["options"],
            });
        }

        return mappings;
    }

    private static CibId? OwnId(CibElement element) => element.Id is { } id ? CibId.OfLive(id) : null;

    private static bool TryNumber(string? text, out int number, out string? reason)
    {
        var understood = int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out number);
        reason = understood ? null : "expected a whole number";
        return understood;
    }
}
