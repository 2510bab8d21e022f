using HaIac.Cib;
using HaIac.Findings;
using Pulumi;

namespace HaIac;

/// <summary>The cluster runs the service in containers, with a resource inside if an agent is given.</summary>
internal sealed class BundleClass(string image, BundleSettings settings) : PacemakerClass
{
    private const int DefaultControlPort = 3121;

    public override string Name => $"bundle of {Image}";

    [Parameter]
    public string Image { get; init; } = image;

    [Parameter]
    public string? Technology { get; init; } = settings.Technology;

    [Parameter]
    public int? Replicas { get; init; } = settings.Replicas;

    [Parameter]
    public int? ReplicasPerHost { get; init; } = settings.ReplicasPerHost;

    [Parameter]
    public int? PromotedMax { get; init; } = settings.PromotedMax;

    [Parameter]
    public string? RunCommand { get; init; } = settings.RunCommand;

    [Parameter]
    public string Network { get; init; } = settings.Network;

    [Parameter]
    public string? Options { get; init; } = settings.Options;

    [Parameter]
    public int? ControlPort { get; init; } = settings.ControlPort;

    // Without a resource inside there is nothing that could be promoted.
    public override bool Supports(HaMode mode) => mode != HaMode.Promotable || (settings.Agent is { } agent && Agent(agent).Supports(mode));

    public override Composition Compose(ServiceContext service)
    {
        if (Replicas is null && service.Mode != HaMode.ActivePassive)
        {
            service.Parameters.Report(SdkFinding.MissingParameter(service.Name, Name, "replicas"));
        }

        var id = $"{service.PrimitiveId}-bundle";
        var bundle = new BundleArgs { CibId = id, Container = Container(service), Storage = settings.Storage, Meta = Meta(service) };
        if (settings.Agent is { } agent)
        {
            var primitive = DaemonComposer.Primitive(service, agent);
            DaemonComposer.Tell(service, primitive, takesParameters: true, new Dictionary<string, Input<string>>());
            bundle.Primitive = primitive;
        }

        if (settings.Agent is not null || ControlPort is not null || settings.Ports.Count > 0)
        {
            bundle.Network = new BundleNetworkArgs { ControlPort = ControlPort ?? DefaultControlPort, Ports = settings.Ports };
        }

        return new Composition { Bundle = bundle, OuterId = id, AgentName = settings.Agent };
    }

    private BundleContainerArgs Container(ServiceContext service) => new()
    {
        Technology = WireText.Of(Technology),
        Image = Image,
        Replicas = Number(Replicas ?? 1),
        ReplicasPerHost = Number(ReplicasPerHost),
        PromotedMax = service.Mode == HaMode.Promotable ? Number(PromotedMax ?? 1) : null,
        RunCommand = WireText.Of(RunCommand),
        Network = Network,
        Options = WireText.Of(Options),
    };

    private static Input<int>? Number(int? value) => value is { } number ? (Input<int>)number : null;

    private static InputMap<string> Meta(ServiceContext service)
    {
        var meta = new InputMap<string>();
        foreach (var (name, value) in service.Parameters.TakeGroup("wrapper."))
        {
            meta.Add(name, value);
        }

        return meta;
    }
}
