using System;
using System.Collections.Generic;
using System.Linq;
using Pulumi;
using Pulumi.Depot.Inputs;
using Depot = Pulumi.Depot;

return await Deployment.RunAsync(() =>
{
    var provider = new Depot.Provider("north", new Depot.ProviderArgs
    {
        Site = Depot.Config.Site!,
        Spares = { new CrateArgs { Tags = { "spare" } } },
    });

    var shelf = new Depot.Shelf("tall", new Depot.ShelfArgs
    {
        Boards = 4,
        Colour = Depot.Colour.Red,
        Crates =
        {
            new CrateArgs { Size = 3, Tags = { "a", Output.Create("b") } },
            new CrateArgs { Within = new CrateArgs { Size = 7 } },
        },
        Keepers = { { "n", 1 }, { "on", true }, { "list", new[] { "x" } }, { "later", Output.Create("y") } },
        Labels = { ["site"] = provider.Site.Apply(s => s ?? "none"), ["kind"] = "tall" },
        Lock = new CrateArgs { Size = 1 },
        Marks = { "m", 5 },
        Pin = "1234",
        Rules = new Dictionary<string, object?> { ["allow"] = new[] { "all" } },
    }, new CustomResourceOptions { Provider = provider, Protect = true });

    var second = new Depot.Shelf("copy", new()
    {
        Boards = shelf.Boards,
        Labels = shelf.Labels!,
        Lock = shelf.Lock.Apply(l => l!.Value.Match(text => text, crate => $"crate of {crate.Size}")),
    }, new() { DependsOn = { provider }, Parent = shelf });

    var known = Depot.Shelf.Get("known", "shelf-7", new Depot.ShelfState { Boards = 2 });
    var found = Depot.FindCrates.Invoke(new() { Filters = { new FilterInputArgs { Field = "colour", Values = { "red" } } }, Floor = Depot.Floor.Upper });
    var later = Depot.FindCrates.Invoke(new(), new InvokeOutputOptions { DependsOn = { shelf }, Provider = provider });

    return new Dictionary<string, object?>
    {
        ["boards"] = shelf.Boards,
        ["colour"] = shelf.Colour.Apply(c => c == Depot.Colour.Red ? "is red" : "is not"),
        ["firstTags"] = shelf.Crates.GetAt(0).Apply(c => string.Join("+", c.Tags)),
        ["inner"] = shelf.Crates.Apply(all => all.Select(c => c.Within?.Size ?? 0).Sum()),
        ["crates"] = shelf.Crates,
        ["known"] = known.Id,
        ["owners"] = string.Join(",", Depot.Config.Owners),
        ["role"] = Depot.Config.Access?.Role,
        ["found"] = found.Apply(f => $"{f.Id} {f.Crates.Length} {f.Where.AsT1} {f.Labels?.Count ?? -1}"),
        ["later"] = later.Apply(f => f.Id),
        ["owner"] = Depot.GetOwner.Invoke(),
        ["count"] = shelf.Count(new Depot.ShelfCountArgs { Only = "red" }).Apply(r => r.Crates),
    };
});
