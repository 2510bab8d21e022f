using System.Globalization;
using HaIac.Cib;
using Pulumi;

namespace HaIac.Catalog;

/// <summary>A daemon in containers: with its agent inside where the cluster has to know more than that the container runs, else as the image starts it.</summary>
/// <remarks>Source: Pacemaker Explained, Bundles; the service table of the design, section 4.3.</remarks>
internal sealed class BundledDaemon(string image, BundleFacts facts, string? agent, ResourceHash values) : PacemakerClass
{
    private const string UsualReplicas = "3";

    private static readonly string[] s_meta = ["migration-threshold", "failure-timeout", "resource-stickiness", "priority", "interleave"];

    public override string Name => $"bundle of {image}";

    private bool HoldsAgent => agent is not null && facts.ControlPort is not null;

    // Whoever chooses this form chooses the same agent, so its values hold inside the container too. Its scores and states must outlive the container, as
    // the data on the host do.
    private ResourceHash Inside =>
        [.. values.Where(value => value.Key.StartsWith("param.", StringComparison.Ordinal)), new("meta.container-attribute-target", "host")];

    public override bool Supports(HaMode mode) => mode != HaMode.Promotable || HoldsAgent;

    public override Composition Compose(ServiceContext service)
    {
        var parameters = service.Parameters;
        var promotable = service.Mode == HaMode.Promotable;
        var replicas = parameters.Take("replicas", ParameterKind.Count) ?? (service.Mode == HaMode.ActivePassive ? "1" : UsualReplicas);
        var promoted = promotable ? parameters.Take("promoted-max", ParameterKind.Count) ?? (facts.PromotesAll ? replicas : "1") : null;
        var port = HoldsAgent ? parameters.Take("control-port", ParameterKind.Count) ?? facts.ControlPort!.Value.ToString(CultureInfo.InvariantCulture) : null;
        var bundle = new BundleArgs
        {
            CibId = $"{service.PrimitiveId}-bundle",
            Container = new BundleContainerArgs
            {
                Image = image,
                Technology = parameters.Take("technology"),
                Replicas = Number(replicas),
                ReplicasPerHost = Number(parameters.Take("replicas-per-host", ParameterKind.Count)),
                PromotedMax = Number(promoted),
                RunCommand = parameters.Take("run-command"),
                Network = parameters.Take("container-network") ?? "host",
                // What is inside starts the daemon as its own user, and must be root for that whatever the image says.
                Options = parameters.Take("container-options") ?? (HoldsAgent ? "--user=root --log-driver=journald" : "--log-driver=journald"),
            },
            Network = port is null ? null : (Input<BundleNetworkArgs>)new BundleNetworkArgs { ControlPort = Number(port) },
            Storage = facts.Storage.Select(mount => new StorageMappingArgs { SourceDir = mount.Path, TargetDir = mount.Path, Options = mount.Options }).ToArray(),
        };
        if (HoldsAgent)
        {
            Fill(bundle, service);
        }
        else
        {
            FillMeta(bundle, parameters);
        }

        return new Composition { Bundle = bundle, OuterId = bundle.CibId };
    }

    /// <summary>Puts the daemon's primitive inside; what a clone around it would be told, the bundle is told, and its instances inherit it.</summary>
    private void Fill(BundleArgs bundle, ServiceContext service)
    {
        // Not for a bundle: it has one instance in each container.
        service.Parameters.Take("promoted-node-max", ParameterKind.Count);
        service.Parameters.AddBelow(new PrimitiveTemplate { ResourceHash = Inside });
        var composed = DaemonComposer.Compose(service, agent!, takesParameters: true);
        bundle.Primitive = composed.Cloned?.Primitive ?? (composed.Primitive is { } primitive ? (Input<PrimitiveArgs>)primitive : null);
        if (composed.Cloned is { } clone)
        {
            bundle.Meta = clone.Meta;
        }
    }

    private static void FillMeta(BundleArgs bundle, ParameterReader parameters)
    {
        foreach (var name in s_meta)
        {
            if (parameters.Take(name) is { } value)
            {
                bundle.Meta.Add(name, value);
            }
        }
    }

    // What is no number is reported by the reader, and then nothing is sent.
    private static Input<int>? Number(Input<string>? text)
    {
        if (text is null)
        {
            return null;
        }

        Output<string> known = text;
        return known.Apply(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
    }
}
