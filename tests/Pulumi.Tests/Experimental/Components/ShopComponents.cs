using System.Collections.Immutable;

namespace Pulumi.Tests.Experimental.Components;

/// <summary>How much a shop sells.</summary>
public enum ShopLoad
{
    Low = 1,
    High = 10,
}

/// <summary>Where it stands.</summary>
[EnumType]
public readonly record struct Zone(string Name)
{
    public static Zone North { get; } = new("north");

    public static Zone South { get; } = new("south");

    public static explicit operator string(Zone zone) => zone.Name;
}

public sealed class ShelfArgs : ResourceArgs
{
    [Input("label", required: true)]
    public Input<string> Label { get; set; } = null!;

    [Input("inner")]
    public InputList<ShelfArgs>? Inner { get; set; }
}

[OutputType]
public sealed class Summary
{
    public readonly string Text;
    public readonly int? Count;

    [OutputConstructor]
    private Summary(string text, int? count)
    {
        Text = text;
        Count = count;
    }

    public static Summary Of(string text) => new(text, null);
}

public sealed class ShopArgs : ResourceArgs
{
    [Input("tags")]
    private InputMap<string>? _tags;

    /// <summary>Name over the door of a <see cref="Shop"/>.</summary>
    [Input("title", required: true)]
    public Input<string> Title { get; set; } = null!;

    [Input("open")]
    public bool Open { get; set; }

    [Input("load")]
    public Input<ShopLoad>? Load { get; set; }

    [Input("zone")]
    public Input<Zone>? Zone { get; set; }

    [Input("shelves")]
    public InputList<ShelfArgs>? Shelves { get; set; }

    public InputMap<string> Tags
    {
        get => _tags ??= new InputMap<string>();
        set => _tags = value;
    }

    [Input("sizes")]
    public Input<ImmutableArray<double>>? Sizes { get; set; }

    [Input("logo")]
    public Input<Asset>? Logo { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    [Input("either")]
    public InputUnion<string, int>? Either { get; set; }

    [Input("neighbour")]
    public Input<Shop>? Neighbour { get; set; }

    [Input("address")]
    public Input<ForeignAddress>? Address { get; set; }
}

/// <summary>
/// A shop with
/// shelves.
/// </summary>
public sealed class Shop : ComponentResource
{
    public Shop(string name, ShopArgs args, ComponentResourceOptions? options)
        : base("shop:index:Shop", name, args, options)
    {
        var till = new Till(name + "-till", new TillArgs { Title = args.Title }, new CustomResourceOptions { Parent = this });
        Sign = Output.Format($"{args.Title}!");
        TillId = till.Id;
        Password = Output.CreateSecret<string?>("swordfish");
        Summary = args.Title.Apply(Components.Summary.Of);
        RegisterOutputs();
    }

    [Output("sign")]
    public Output<string> Sign { get; private set; }

    [Output("tillId")]
    public Output<string> TillId { get; private set; }

    [Output("password")]
    public Output<string?> Password { get; private set; }

    [Output("summary")]
    public Output<Summary> Summary { get; private set; }
}

public sealed class TillArgs : ResourceArgs
{
    [Input("title")]
    public Input<string>? Title { get; set; }
}

public sealed class Till(string name, TillArgs args, CustomResourceOptions options) : CustomResource("shop:index:Till", name, args, options);

[ResourceType("net:index/address:Address", "1.2.3")]
public sealed class ForeignAddress(string name, ResourceArgs args, CustomResourceOptions? options)
    : CustomResource("net:index/address:Address", name, args, options);
