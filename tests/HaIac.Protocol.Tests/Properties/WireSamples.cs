using HaIac.Protocol.Properties;

namespace HaIac.Protocol.Tests.Properties;

/// <summary>Property values of every kind, made up from a seed.</summary>
internal static class WireSamples
{
    public static WireObject Object(Random random, int depth = 4) => WireObject.Create(
        Enumerable.Range(0, random.Next(5)).Select(i => KeyValuePair.Create($"k{i}", Any(random, depth))));

    public static WireValue Any(Random random, int depth) => random.Next(depth > 0 ? 13 : 7) switch
    {
        0 => WireNull.Instance,
        1 => new WireBool(random.Next(2) == 0),
        2 => new WireNumber(random.NextDouble() * 1e6),
        3 => new WireText(Text(random)),
        4 => WireUnknown.Instance,
        5 => new WireAsset((WireAssetKind)random.Next(1, 4), Text(random), Hash(random)),
        6 => new WireReference("urn:" + Text(random), Id(random), random.Next(2) == 0 ? null : "1.2.3"),
        7 or 8 => new WireMap(Object(random, depth - 1)),
        9 => new WireList(Enumerable.Range(0, random.Next(4)).Select(_ => Any(random, depth - 1)).ToValueList()),
        10 => new WireSecret(Any(random, depth - 1)),
        11 => Output(random, depth - 1),
        _ => new WireArchive(WireAssetKind.Assets, string.Empty, Members(random), Hash(random)),
    };

    private static WireOutput Output(Random random, int depth)
    {
        var value = Any(random, depth);
        return new WireOutput(
            value is WireUnknown ? null : value,
            random.Next(2) == 0,
            Enumerable.Range(0, random.Next(3)).Select(i => $"urn:{i}").ToValueList());
    }

    private static WireObject Members(Random random) => WireObject.Create(
        Enumerable.Range(0, random.Next(3)).Select(
            i => KeyValuePair.Create<string, WireValue>($"m{i}", new WireAsset(WireAssetKind.Text, Text(random), Hash(random)))));

    private static WireValue? Id(Random random) => random.Next(3) switch
    {
        0 => null,
        1 => WireUnknown.Instance,
        _ => new WireText("id" + Text(random)),
    };

    private static string? Hash(Random random) => random.Next(2) == 0 ? null : Convert.ToHexStringLower(BitConverter.GetBytes(random.Next()));

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => char.ConvertFromUtf32(random.Next(0x20, 0xd7ff))));
}
