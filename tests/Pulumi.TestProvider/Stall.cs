using Pulumi;

/// <summary>A component that other processes use: a component in a component.</summary>
public sealed class Stall : ComponentResource
{
    public Stall(string name, StallArgs args, ComponentResourceOptions? options)
        : base("shop:index:Stall", name, args, options)
    {
        _ = new Awning(name + "-awning", new ComponentResourceOptions { Parent = this });
        Sign = Output.Format($"{args.Title}!");
        Secret = Output.CreateSecret(args.Title.Apply(title => title + "-secret"));
        Total = args.Sizes is null ? Output.Create(0) : args.Sizes.Apply(sizes => sizes.Sum());
        RegisterOutputs();
    }

    [Output("sign")]
    public Output<string> Sign { get; private set; }

    [Output("secret")]
    public Output<string> Secret { get; private set; }

    [Output("total")]
    public Output<int> Total { get; private set; }

    private sealed class Awning(string name, ComponentResourceOptions options) : ComponentResource("shop:index:Awning", name, options);
}
