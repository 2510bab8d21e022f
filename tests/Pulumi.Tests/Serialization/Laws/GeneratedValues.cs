using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HaIac.Protocol.Properties;
using Pulumi.Utilities;

namespace Pulumi.Tests.Serialization.Laws;

/// <summary>Values of every kind that inputs may have, inside each other.</summary>
internal static class GeneratedValues
{
    private static readonly ImmutableHashSet<string> None = [];

    public static Gen<ValueTree> Trees => Gen.Sized(size => Tree(Math.Min(size, 24)));

    private static Gen<ValueTree> Leaf => Gen.OneOf(
        Gen.Constant(Of(() => null, WireNull.Instance)),
        Gen.Elements(true, false).Select(b => Of(() => b, new WireBool(b))),
        Gen.Elements(0, 7, -3, int.MaxValue).Select(i => Of(() => i, new WireNumber(i))),
        Gen.Elements(1.5, -0.0, 1e300, 9007199254740993d).Select(d => Of(() => d, new WireNumber(d))),
        Gen.Elements("", "text", "é\u0000😀", "__internal").Select(s => Of(() => s, new WireText(s))),
        Gen.Elements("[1,{\"k\":null}]", "\"t\"", "true").Select(Json),
        Gen.Constant(Of(() => new StringAsset("t"), new WireAsset(WireAssetKind.Text, "t", null))),
        Gen.Constant(Of(
            () => new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a/b"] = new FileAsset("f"), ["z"] = new RemoteArchive("https://x/y.zip") }),
            new WireArchive(
                WireAssetKind.Assets,
                "",
                WireObject.Empty.With("a/b", new WireAsset(WireAssetKind.Path, "f", null)).With("z", new WireArchive(WireAssetKind.Uri, "https://x/y.zip", null, null)),
                null))),
        Gen.Elements("id-1", "").Select(id => Reference("urn:pulumi:s::p::t:i:Custom::c" + id.Length, id, true)),
        Gen.Constant(Reference("urn:pulumi:s::p::t:i:Custom::later", null, false)),
        Gen.Constant(Reference("urn:pulumi:s::p::t:i:Component::g", null, true)));

    private static Gen<ValueTree> Tree(int size)
        => size <= 1
            ? Leaf
            : Gen.Frequency(
                (2, Leaf),
                (3, Gen.Choose(0, 4).SelectMany(n => Gen.ListOf(Tree(size / (n + 1)), n)).SelectMany(List)),
                (3, Gen.Choose(0, 4).SelectMany(n => Gen.ListOf(Tree(size / (n + 1)), n)).SelectMany(Map)),
                (4, Tree(size - 1).SelectMany(inner => Wrapped(inner))));

    /// <summary>An output around a value, settled at once or later.</summary>
    private static Gen<ValueTree> Wrapped(ValueTree inner)
        => from secret in Gen.Frequency((1, Gen.Constant(true)), (2, Gen.Constant(false)))
           from known in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
           from later in Gen.Elements(true, false)
           from urns in Gen.SubListOf("urn:pulumi:s::p::t:i:T::a", "urn:pulumi:s::p::t:i:T::b")
           select Wrap(inner, OutputFacts.Of(known, secret, urns), later);

    private static ValueTree Wrap(ValueTree inner, OutputFacts own, bool later)
    {
        // A value that is not known has no facts of its own: nobody has seen it.
        var facts = own.Known ? own.And(inner.Facts) : own;
        var plain = !facts.Known ? WireUnknown.Instance
            : own.Secret && inner.Plain is not (WireSecret or WireUnknown) ? new WireSecret(inner.Plain)
            : inner.Plain;
        return new ValueTree(Write, plain, own.Known ? inner.Kept : null, facts, own.Known ? own.Urns.Union(inner.Urns).ToHashSet() : own.Urns);

        object Write()
        {
            var value = inner.Write();
            var output = !own.Known ? OutputUtilities.CreateUnknown(value)
                : later ? Output.Create(Task.Run(() => value))
                : Output.Create(value);
            output = own.Secret ? Output.CreateSecret(output) : output;
            foreach (var urn in own.Urns)
            {
                output = OutputUtilities.WithDependency(output, new DependencyResource(urn));
            }

            return later ? output : (Input<object?>)output;
        }
    }

    private static Gen<ValueTree> List(IEnumerable<ValueTree> parts)
    {
        var items = parts.ToArray();
        return Gen.Choose(0, 3).Select(form => new ValueTree(
            () => form switch
            {
                0 => items.Select(i => i.Write()).ToList(),
                1 => items.Select(i => i.Write()).ToArray(),
                2 => items.Select(i => i.Write()).ToImmutableArray(),
                _ => (InputList<object?>)items.Select(i => AsInput(i.Write())).ToArray(),
            },
            new WireList(items.Select(i => i.Plain).ToValueList()),
            new WireList(items.Select(i => i.WithFacts).ToValueList()),
            null,
            items.SelectMany(i => i.Urns).ToHashSet()));
    }

    private static Gen<ValueTree> Map(IEnumerable<ValueTree> parts)
    {
        var fields = parts.Select((part, i) => KeyValuePair.Create($"k{i}.[é]", part)).ToArray();
        return Gen.Choose(0, 2).Select(form => new ValueTree(
            () => form switch
            {
                0 => fields.ToDictionary(f => f.Key, f => f.Value.Write()),
                1 => fields.ToImmutableSortedDictionary(f => f.Key, f => f.Value.Write()),
                _ => Inputs(fields),
            },
            new WireMap(Object(fields, f => f.Plain)),
            new WireMap(Object(fields, f => f.WithFacts)),
            null,
            fields.SelectMany(f => f.Value.Urns).ToHashSet()));
    }

    private static InputMap<object?> Inputs(IEnumerable<KeyValuePair<string, ValueTree>> fields)
    {
        var map = new InputMap<object?>();
        foreach (var (key, value) in fields)
        {
            map.Add(key, AsInput(value.Write()));
        }

        return map;
    }

    private static Input<object?> AsInput(object? value) => value as Input<object?> ?? Of<object?>(value);

    // In a generic method, because the language has no conversion from object to other types.
    private static Input<T> Of<T>(T value) => value;

    private static WireObject Object(IEnumerable<KeyValuePair<string, ValueTree>> fields, Func<ValueTree, WireValue> form)
        => WireObject.Create(fields.Select(f => KeyValuePair.Create(f.Key, form(f.Value))).Where(f => f.Value is not WireNull));

    private static ValueTree Of(Func<object?> write, WireValue wire) => new(write, wire, wire, null, None);

    private static ValueTree Json(string text)
        => Of(() => JsonDocument.Parse(text).RootElement, text switch
        {
            "true" => new WireBool(true),
            "\"t\"" => new WireText("t"),
            _ => new WireList([new WireNumber(1), new WireMap(WireObject.Empty.With("k", WireNull.Instance))]),
        });

    private static ValueTree Reference(string urn, string? id, bool idKnown)
    {
        var wire = new WireReference(urn, !idKnown ? WireUnknown.Instance : id is null ? null : new WireText(id), null);
        return new(() => new DependencyResource(urn, id, idKnown), wire, wire, null, new HashSet<string> { urn });
    }
}
