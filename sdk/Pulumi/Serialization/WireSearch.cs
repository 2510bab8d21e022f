using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Looks for facts anywhere inside a property value.</summary>
internal static class WireSearch
{
    public static bool HasUnknown(WireObject fields) => fields.Values.Any(HasUnknown);

    private static bool HasUnknown(WireValue value)
        => value switch
        {
            WireUnknown => true,
            WireOutput output => output.Value is null || HasUnknown(output.Value),
            WireSecret secret => HasUnknown(secret.Value),
            WireList list => list.Items.Any(HasUnknown),
            WireMap map => HasUnknown(map.Fields),
            _ => false,
        };
}
