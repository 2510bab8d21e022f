using HaIac.Protocol.Properties;

namespace HaIac.Engine.Callbacks;

/// <summary>Properties with what each depends on, in the form in which transforms and components of providers get them.</summary>
/// <remarks>Source: pulumi-protocol.md 2.9 and 5.</remarks>
internal static class OutputValues
{
    /// <summary>Properties as output values wherever something is secret, unknown or dependent.</summary>
    /// <param name="fields">The properties.</param>
    /// <param name="dependencies">URNs by property.</param>
    public static WireObject Of(WireObject fields, Func<string, IReadOnlyCollection<string>> dependencies) =>
        WireObject.Create(fields.Select(pair => KeyValuePair.Create(pair.Key, With(Of(pair.Value), dependencies(pair.Key)))));

    /// <summary>URNs that a value depends on, at any depth.</summary>
    public static IEnumerable<string> Dependencies(WireValue value) => value switch
    {
        WireOutput output => output.Dependencies.Concat(output.Value is null ? [] : Dependencies(output.Value)),
        WireSecret secret => Dependencies(secret.Value),
        WireList list => list.Items.SelectMany(Dependencies),
        WireMap map => map.Fields.Values.SelectMany(Dependencies),
        _ => [],
    };

    private static WireValue Of(WireValue value) => value switch
    {
        WireUnknown => new WireOutput(null, false, []),
        WireSecret secret => Of(secret.Value) is WireOutput inner ? inner with { Secret = true } : new WireOutput(Of(secret.Value), true, []),
        WireList list => new WireList(list.Items.Select(Of).ToValueList()),
        WireMap map => new WireMap(WireObject.Create(map.Fields.Select(pair => KeyValuePair.Create(pair.Key, Of(pair.Value))))),
        _ => value,
    };

    private static WireValue With(WireValue value, IReadOnlyCollection<string> urns)
    {
        var known = Dependencies(value).ToHashSet(StringComparer.Ordinal);
        return known.IsSupersetOf(urns) ? value : value is WireOutput output
            ? output with { Dependencies = output.Dependencies.Concat(urns.Where(urn => !known.Contains(urn))).ToValueList() }
            : new WireOutput(value, false, urns.ToValueList());
    }
}
