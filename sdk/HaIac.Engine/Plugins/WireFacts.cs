using HaIac.Protocol.Properties;

namespace HaIac.Engine.Plugins;

/// <summary>Questions about property values.</summary>
internal static class WireFacts
{
    /// <summary>Whether something in the object is known only after the update.</summary>
    public static bool HasUnknown(WireObject fields) => fields.Values.Any(HasUnknown);

    /// <summary>Whether something in the value is known only after the update.</summary>
    public static bool HasUnknown(WireValue value) => value switch
    {
        WireUnknown => true,
        WireSecret secret => HasUnknown(secret.Value),
        WireOutput output => output.Value is null || HasUnknown(output.Value),
        WireList list => list.Items.Any(HasUnknown),
        WireMap map => HasUnknown(map.Fields),
        WireReference reference => reference.Id is WireUnknown,
        WireArchive { Assets: { } assets } => HasUnknown(assets),
        _ => false,
    };

    /// <summary>Whether something in the value is secret.</summary>
    public static bool HasSecret(WireValue value) => value switch
    {
        WireSecret => true,
        WireOutput output => output.Secret || (output.Value is not null && HasSecret(output.Value)),
        WireList list => list.Items.Any(HasSecret),
        WireMap map => map.Fields.Values.Any(HasSecret),
        WireArchive { Assets: { } assets } => assets.Values.Any(HasSecret),
        _ => false,
    };

    /// <summary>The object without secret marks.</summary>
    public static WireObject Plain(WireObject fields) =>
        fields.Values.Any(HasSecret) ? WireObject.Create(fields.Select(pair => KeyValuePair.Create(pair.Key, Plain(pair.Value)))) : fields;

    /// <summary>The value without secret marks.</summary>
    public static WireValue Plain(WireValue value) => value switch
    {
        WireSecret secret => Plain(secret.Value),
        WireOutput output => output.Value is null ? WireUnknown.Instance : Plain(output.Value),
        WireList list => new WireList(list.Items.Select(Plain).ToValueList()),
        WireMap map => new WireMap(Plain(map.Fields)),
        _ => value,
    };

    /// <summary>Turns output values into what they carry: the value, unknown, or a secret of either.</summary>
    public static WireObject WithoutOutputs(WireObject fields) =>
        WireObject.Create(fields.Select(pair => KeyValuePair.Create(pair.Key, WithoutOutputs(pair.Value))));

    /// <summary>The object without the fields that are unknown; in lists nothing stands in their place.</summary>
    public static WireObject WithoutUnknowns(WireObject fields) => !HasUnknown(fields) ? fields : WireObject.Create(
        fields.Where(pair => pair.Value is not (WireUnknown or WireSecret { Value: WireUnknown }))
            .Select(pair => KeyValuePair.Create(pair.Key, WithoutUnknowns(pair.Value))));

    private static WireValue WithoutUnknowns(WireValue value) => value switch
    {
        WireUnknown => WireNull.Instance,
        WireSecret secret => new WireSecret(WithoutUnknowns(secret.Value)),
        WireList list => new WireList(list.Items.Select(WithoutUnknowns).ToValueList()),
        WireMap map => new WireMap(WithoutUnknowns(map.Fields)),
        _ => value,
    };

    private static WireValue WithoutOutputs(WireValue value) => value switch
    {
        WireOutput { Value: null, Secret: true } => new WireSecret(WireUnknown.Instance),
        WireOutput { Value: null } => WireUnknown.Instance,
        WireOutput { Secret: true } output => new WireSecret(WithoutOutputs(output.Value!)),
        WireOutput output => WithoutOutputs(output.Value!),
        WireSecret secret => new WireSecret(WithoutOutputs(secret.Value)),
        WireList list => new WireList(list.Items.Select(WithoutOutputs).ToValueList()),
        WireMap map => new WireMap(WithoutOutputs(map.Fields)),
        _ => value,
    };
}
