using System.Globalization;
using HaIac.Operating.Findings;

namespace HaIac.Provider.Checking;

/// <summary>Rules about bundles.</summary>
/// <remarks>Source: Pacemaker Explained, Bundles, Bundle Network Properties, Bundle Primitives.</remarks>
internal static class BundleRules
{
    /// <summary>What is inside the containers must be within reach of the cluster, and only what is inside can be promoted.</summary>
    public static void Bundle(ObjectUnderCheck bundle)
    {
        if (bundle.Has("primitive") && !bundle.KnownLater("network") && !Reachable(bundle))
        {
            bundle.Report(FindingCode.MissingProperty, "network", "A primitive is set, but neither network.controlPort nor network.ipRangeStart.",
                "The cluster reaches into a container through a port of the host or through the container's own address.",
                "Set network.controlPort, and let no two bundles share it, or network.ipRangeStart.");
        }

        if (!bundle.Has("primitive") && bundle.Fields["container"].TryGetMap(out var container) && container.ContainsKey("promotedMax"))
        {
            bundle.ReportAt(FindingCode.ModeMismatch, PropertyPath.Key(PropertyPath.Key(bundle.Path, "container"), "promotedMax"), "promotedMax is set, but no primitive is.",
                "Only an instance that the cluster runs inside a container can be promoted.", "Take promotedMax out, or set primitive.");
        }

        WrapperRules.UniqueIds(bundle);
    }

    /// <summary>No more instances can be promoted than there are.</summary>
    public static void Container(ObjectUnderCheck container)
    {
        if (Number(container, "promotedMax") is { } promoted && Number(container, "replicas") is { } replicas && promoted > replicas)
        {
            container.Report(FindingCode.NotAccepted, "promotedMax", $"promotedMax is {promoted}, replicas is {replicas}.",
                "No more instances can be promoted than there are.", "Let promotedMax be at most replicas.");
        }
    }

    /// <summary>A mapping leads one port, or one range of ports, into the container.</summary>
    public static void Port(ObjectUnderCheck port)
    {
        OneOf(port, "port", "range", "A mapping leads one port or one range of ports into the container.");
        if (port.Has("internalPort") && port.Has("range"))
        {
            port.Report(FindingCode.NotAccepted, "internalPort", "internalPort is set beside range.", "The ports of a range are the same inside and outside.",
                "Take internalPort out, or map single ports.");
        }
    }

    /// <summary>A mapping shows one place of the host to the container.</summary>
    public static void Storage(ObjectUnderCheck storage) =>
        OneOf(storage, "sourceDir", "sourceDirRoot", "A mapping shows one place of the host: the same for all replicas, or one below a root for each.");

    private static void OneOf(ObjectUnderCheck target, string one, string other, string why)
    {
        if (target.Has(one) == target.Has(other))
        {
            target.Report(FindingCode.ExactlyOne, one, target.Has(one) ? $"Both {one} and {other} are set." : $"Neither {one} nor {other} is set.", why,
                $"Set one of {one} and {other}.");
        }
    }

    private static bool Reachable(ObjectUnderCheck bundle) =>
        bundle.Fields.TryGetValue("network", out var network) && network.TryGetMap(out var map) && (map.ContainsKey("controlPort") || map.ContainsKey("ipRangeStart"));

    private static int? Number(ObjectUnderCheck target, string name) =>
        int.TryParse(target.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
