using System.Globalization;

namespace HaIac.Labs.Networking;

/// <summary>A lab's private network of 254 addresses.</summary>
/// <param name="Prefix">The first three numbers, as in "10.200.7".</param>
internal sealed record LabSubnet(string Prefix)
{
    public const int PrefixLength = 24;

    /// <summary>The host's own address in it.</summary>
    public string Host => Address(254);

    /// <summary>First of the addresses that nobody has.</summary>
    public const int FirstFree = 100;

    public string Node(int index) => Address(index + 1);

    public string Address(int last) => $"{Prefix}.{last.ToString(CultureInfo.InvariantCulture)}";
}
