using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi;
using Pulumi.Testing;

class SiteMocks : IMocks
{
    public List<string> Asked { get; } = new();

    public List<string> Outputs { get; } = new();

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Asked.Add(args.Name!);
        var outputs = ImmutableDictionary.CreateBuilder<string, object>();
        outputs.AddRange(args.Inputs);
        if (args.Type == "site:index:Bucket")
        {
            outputs.Add("address", $"https://{args.Name}.example");
        }

        return Task.FromResult<(string?, object)>(($"{args.Name}_id", outputs));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult((object)args.Args);

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest request)
    {
        Outputs.AddRange(request.Outputs.Keys);
        return Task.CompletedTask;
    }
}

class SiteStack : Stack
{
    public SiteStack()
    {
        var bucket = new Bucket("site", new BucketArgs { Tags = { ["environment"] = "test" } });
        var page = new CustomResource("site:index:Page", "index", new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty
            .Add("bucket", bucket.Id)
            .Add("source", Output.Create("hello"))), null);
        Address = Output.Format($"{bucket.Address}/{page.GetResourceName()}.html");
        Notes["page"] = page;
    }

    [Output("address")]
    public Output<string> Address { get; set; }

    public Dictionary<string, object?> Notes { get; } = new();
}

class TitledStack : Stack
{
    public TitledStack(string title) => Title = Output.Create(title);

    [Output]
    public Output<string> Title { get; private set; }
}

sealed class BucketArgs : ResourceArgs
{
    [Input("tags")]
    private InputMap<string>? _tags;

    public InputMap<string> Tags
    {
        get => _tags ??= new InputMap<string>();
        set => _tags = value;
    }
}

class Bucket : CustomResource
{
    [Output("address")]
    public Output<string> Address { get; private set; } = null!;

    [Output("region")]
    public Output<string> Region { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    public Bucket(string name, BucketArgs? args = null, CustomResourceOptions? options = null)
        : base("site:index:Bucket", name, args ?? new BucketArgs(), options)
    {
    }
}

sealed class RegionArgs : InvokeArgs
{
    [Input("prefix", required: true)]
    public Input<string> Prefix { get; set; } = null!;
}

[OutputType]
sealed record Region([OutputConstructorParameter("name")] string Name);
