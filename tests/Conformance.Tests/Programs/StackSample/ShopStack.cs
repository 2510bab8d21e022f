using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using Pulumi;

class ShopStack : Stack
{
    public ShopStack()
        : base(new StackOptions { ResourceTransformations = { Mark } })
    {
        var config = new Config();
        var size = config.GetInt32("size") ?? 1;
        var password = config.RequireSecret("password");
        var hosts = config.RequireObject<Host[]>("hosts");
        var network = new StackReference($"{Deployment.Instance.OrganizationName}/network/{Deployment.Instance.StackName}");

        var group = new Thing("group", new ThingArgs { Settings = { { "subnet", network.RequireOutput("subnet").Apply(s => (string)s) } } });
        var database = new Database("orders", new DatabaseArgs { Size = size, Password = password, Group = group.Id }, new ComponentResourceOptions { Aliases = { new Alias { Name = "old-orders" } } });
        var servers = hosts.Select((host, i) => new Thing($"server{i}", new ThingArgs
        {
            Settings =
            {
                { "name", host.Name },
                { "port", Output.Create(host.Port).Apply(p => p.ToString(System.Globalization.CultureInfo.InvariantCulture)) },
                { "database", database.Address },
            },
        }, new CustomResourceOptions { DependsOn = { database }, IgnoreChanges = { "settings.port" } })).ToList();

        Addresses = Output.All(servers.Select(s => s.Id)).Apply(ids => string.Join(";", ids));
        Database = database.Address;
        Policy = Output.JsonSerialize(Output.Create(new Dictionary<string, object?> { ["who"] = group.Id, ["hosts"] = hosts.Select(h => h.Name).ToArray() }));
        Summary = Output.Tuple(database.Address, group.Urn, Addresses).Apply(t =>
        {
            var (address, urn, all) = t;
            return $"{address} in {Urn(urn)} serves {all.Split(';').Length}";
        });
    }

    [Output]
    public Output<string> Addresses { get; set; }

    [Output("database")]
    public Output<string> Database { get; set; }

    [Output("policy")]
    public Output<string> Policy { get; private set; }

    [Output("summary")]
    public Output<string> Summary { get; private set; }

    private static string Urn(string urn) => Pulumi.Urn.Name(urn);

    private static ResourceTransformationResult? Mark(ResourceTransformationArgs args)
    {
        if (args.Args is not ThingArgs thing)
        {
            return null;
        }

        thing.Settings["owner"] = "shop";
        var options = CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new CustomResourceOptions { RetainOnDelete = true });
        return new ResourceTransformationResult(thing, options);
    }

    private sealed record Host(string Name, int Port);
}

class DatabaseArgs
{
    public int Size { get; set; }

    public Input<string> Password { get; set; } = null!;

    public Input<string> Group { get; set; } = null!;
}

class Database : ComponentResource
{
    public Output<string> Address { get; }

    public Database(string name, DatabaseArgs args, ComponentResourceOptions? options = null)
        : base("shop:data:Database", name, options)
    {
        var disk = new Thing($"{name}-disk", new ThingArgs { Settings = { ["size"] = $"{args.Size}" } }, new CustomResourceOptions { Parent = this });
        var server = new Thing($"{name}-server", new ThingArgs
        {
            Settings = { ["disk"] = disk.Id, ["password"] = args.Password, ["group"] = args.Group },
        }, new CustomResourceOptions { Parent = this, DeleteBeforeReplace = true });

        Address = Output.Format($"{server.Id}.{name}:{5432}");
        RegisterOutputs(new Dictionary<string, object?> { ["address"] = Address });
    }
}

class ThingArgs : ResourceArgs
{
    [Input("settings")]
    private InputMap<string>? _settings;

    public InputMap<string> Settings
    {
        get => _settings ??= new InputMap<string>();
        set => _settings = value;
    }
}

class Thing : CustomResource
{
    [Output("settings")]
    public Output<ImmutableDictionary<string, string>?> Settings { get; private set; } = null!;

    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base("shop:index:Thing", name, args ?? new ThingArgs(), options)
    {
    }
}
