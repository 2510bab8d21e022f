using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;

namespace Pulumi.Tests.Serialization.Laws;

/// <summary>What must hold for every value on its way out and back.</summary>
internal sealed class ValueLawTests
{
    [Test]
    public void Serialize_AnyValue_SendsWhatTheRulesSay() => LawCheck.Holds(GeneratedValues.Trees, tree =>
    {
        var serializer = new PropertySerializer(keepOutputs: false);

        Assert.That(Done(serializer, tree), Is.EqualTo(tree.Plain));
        Assert.That(Urns(serializer.Resources), Is.EquivalentTo(tree.Urns));
    });

    [Test]
    public void Serialize_AnyValueKeepingOutputs_SendsWhatTheRulesSay() => LawCheck.Holds(GeneratedValues.Trees, tree =>
    {
        var serializer = new PropertySerializer(keepOutputs: true);

        Assert.That(Done(serializer, tree), Is.EqualTo(tree.WithFacts));
        Assert.That(Urns(serializer.Resources), Is.EquivalentTo(tree.Urns));
    });

    [Test]
    public void Transport_AnyValue_LosesNothing() => LawCheck.Holds(GeneratedValues.Trees, tree =>
    {
        foreach (var wire in new[] { tree.Plain, tree.WithFacts })
        {
            var written = WireWriter.ToStruct(WireObject.Empty.With("v", wire), WireMarshalOptions.Everything);

            var read = WireReader.FromStruct(ProtobufReading.Parse(Struct.Parser, written.ToByteArray()));

            Assert.That(read["v"], Is.EqualTo(AsRead(wire)));
        }
    });

    [Test]
    public void Decode_AnyValue_GivesItBackWithItsMarks() => LawCheck.Holds(GeneratedValues.Trees, tree =>
    {
        var decoded = PropertyConverter.Convert(tree.Plain, typeof(object), "c", Assert.Fail);

        Assert.That((decoded.IsKnown, decoded.IsSecret), Is.EqualTo((!Has<WireUnknown>(tree.Plain), Has<WireSecret>(tree.Plain))));
        if (decoded.IsKnown)
        {
            // What is sent again is what came, but for the marks, which stand at the top now.
            var again = new PropertySerializer(keepOutputs: false).SerializePropertyAsync("p", decoded.Value).AsTask().GetAwaiter().GetResult();
            Assert.That(again, Is.EqualTo(Unmarked(tree.Plain)));
        }
    });

    private static WireValue Done(PropertySerializer serializer, ValueTree tree)
        => serializer.SerializePropertyAsync("p", tree.Write()).AsTask().GetAwaiter().GetResult();

    private static IEnumerable<string> Urns(IEnumerable<Resource> resources)
        => resources.Select(r => r.Urn.DataTask.GetAwaiter().GetResult().Value).Distinct();

    /// <summary>References travel with an empty id where it is not known, so an empty one is read as not known.</summary>
    private static WireValue AsRead(WireValue value) => Rebuild(value, v => v switch
    {
        WireReference { Id: WireText { Value: "" } } reference => reference with { Id = WireUnknown.Instance },
        _ => v,
    });

    private static WireValue Unmarked(WireValue value) => Rebuild(value, v => v switch
    {
        WireSecret secret => secret.Value,
        WireMap map => new WireMap(WireObject.Create(map.Fields.Where(f => f.Value is not WireNull))),
        _ => v,
    });

    private static WireValue Rebuild(WireValue value, Func<WireValue, WireValue> change)
        => change(value switch
        {
            WireList list => new WireList(list.Items.Select(i => Rebuild(i, change)).ToValueList()),
            WireMap map => new WireMap(WireObject.Create(map.Fields.Select(f => KeyValuePair.Create(f.Key, Rebuild(f.Value, change))))),
            WireSecret secret => new WireSecret(Rebuild(secret.Value, change)),
            WireOutput output => output with { Value = output.Value is null ? null : Rebuild(output.Value, change) },
            _ => value,
        });

    private static bool Has<T>(WireValue value)
        => value is T || value switch
        {
            WireList list => list.Items.Any(Has<T>),
            WireMap map => map.Fields.Values.Any(Has<T>),
            WireSecret secret => Has<T>(secret.Value),
            _ => false,
        };
}
