using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Pulumi;

namespace Acme.Platform;

/// <summary>What a library of components does: a base class of its own, inherited inputs and outputs, options that are merged.</summary>
public abstract class AcmeComponent : ComponentResource
{
    private static readonly ComponentResourceOptions Defaults = new() { Version = "3.1.0" };

    protected AcmeComponent(string kind, string name, ResourceArgs? args, ComponentResourceOptions? options)
        : base($"acme:platform:{kind}", name, args, ComponentResourceOptions.Merge(Defaults, options))
    {
    }

    [Output("endpoint")]
    public abstract Output<string> Endpoint { get; protected set; }

    protected CustomResourceOptions Child(CustomResourceOptions? more = null)
        => CustomResourceOptions.Merge(new CustomResourceOptions { Parent = this, Aliases = { new Alias { Parent = null, NoParent = true } } }, more);
}

public abstract class PlacedArgs : ResourceArgs
{
    [Input("region", required: true)]
    public abstract Input<string> Region { get; set; }

    [Input("zone")]
    public virtual Input<string>? Zone { get; set; }
}

public sealed class PlatformArgs : PlacedArgs
{
    public override Input<string> Region { get; set; } = null!;

    public override Input<string>? Zone { get; set; }

    [Input("replicas")]
    public Input<int> Replicas { get; set; } = 1;

    [Input("mounts")]
    private InputMap<Mount>? _mounts;

    public InputMap<Mount> Mounts
    {
        get => _mounts ??= new InputMap<Mount>();
        set => _mounts = value;
    }
}

[OutputType]
public sealed record Mount(string Path, int SizeGb);

public sealed class Platform : AcmeComponent
{
    private readonly PlatformArgs _args;

    public Platform(string name, PlatformArgs args, ComponentResourceOptions? options = null)
        : base("Platform", name, null, options)
    {
        _args = args;
        var nodes = args.Replicas.Apply(count => Output.All(Enumerable.Range(0, count).Select(i => Node($"{name}-{i}").Id)));
        Endpoint = nodes.Apply(ids => Task.FromResult(string.Join(",", ids)));
        Mounts = args.Mounts.ToOutput();
        RegisterOutputs();
    }

    public override Output<string> Endpoint { get; protected set; }

    [Output("mounts")]
    public Output<ImmutableDictionary<string, Mount>> Mounts { get; private set; }

    public Service AddService(string name, Func<ServiceSettings, ServiceSettings> change)
        => new(name, change(new ServiceSettings(0)), Endpoint, new ComponentResourceOptions { Parent = this });

    private CustomResource Node(string name)
        => new("acme:index:Node", name, new DictionaryResourceArgs(new Dictionary<string, object?>
        {
            ["region"] = _args.Region,
            ["zone"] = _args.Zone,
        }.ToImmutableDictionary()), Child());
}

public sealed record ServiceSettings(int Port)
{
    public ImmutableArray<Service> Needs { get; init; } = [];
}

public sealed class Service : AcmeComponent
{
    internal Service(string name, ServiceSettings settings, Input<string> nodes, ComponentResourceOptions options)
        : base("Service", name, null, options)
    {
        var route = new CustomResource("acme:index:Route", name, new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty
            .Add("port", settings.Port)
            .Add("nodes", nodes.Apply(n => n.Split(',').ToImmutableArray()))), Child(new CustomResourceOptions
        {
            DependsOn = settings.Needs.Select(n => (Input<Pulumi.Resource>)n).ToArray(),
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(2) },
        }));
        Endpoint = Output.Format($"{route.Id}:{settings.Port}");
        RegisterOutputs(Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?> { ["endpoint"] = Endpoint }));
    }

    public override Output<string> Endpoint { get; protected set; }
}
