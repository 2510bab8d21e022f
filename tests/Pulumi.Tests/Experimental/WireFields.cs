using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Properties;

namespace Pulumi.Tests.Experimental;

/// <summary>Short forms of protobuf structures.</summary>
internal static class WireFields
{
    public static Struct Of(params (string Key, WireValue Value)[] fields) => WireWriter.ToStruct(Object(fields), WireMarshalOptions.Everything);

    public static WireObject Object(params (string Key, WireValue Value)[] fields) =>
        WireObject.Create(fields.Select(f => KeyValuePair.Create(f.Key, f.Value)));

    public static WireText Text(string value) => new(value);

    public static WireSecret Secret(string value) => new(new WireText(value));
}
