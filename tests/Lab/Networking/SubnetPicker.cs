using System.Globalization;
using System.Net;
using HaIac.Labs.Commands;

namespace HaIac.Labs.Networking;

/// <summary>Finds a private network that neither the host nor another lab uses.</summary>
internal static class SubnetPicker
{
    // 10.200.0.0 to 10.249.255.0: seldom given out by home routers, container engines or clouds.
    private const int FirstBlock = 200;
    private const int Blocks = 50;

    public static async Task<LabSubnet> PickAsync(string labId, IEnumerable<LabSubnet> taken, CancellationToken ct)
    {
        string routes = await HostCommand.ReadAsync(ct, "ip", "-4", "route", "show", "table", "all");
        string resolver = File.Exists("/etc/resolv.conf") ? await File.ReadAllTextAsync("/etc/resolv.conf", ct) : "";
        return Pick(labId, taken, routes, resolver);
    }

    /// <summary>The choice itself, from what the host's <c>ip route</c> and <c>resolv.conf</c> say.</summary>
    public static LabSubnet Pick(string labId, IEnumerable<LabSubnet> taken, string routes, string resolver)
    {
        HashSet<string> others = [.. taken.Select(t => t.Prefix)];
        List<IPNetwork> used = [.. routes.Split('\n').Select(Destination).OfType<IPNetwork>()];
        used.AddRange(NameServers(resolver));

        // Starts at a place given by the id, so labs of hosts that share nothing but a switch differ too.
        int start = int.Parse(labId[..4], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        for (int i = 0; i < Blocks * 256; i++)
        {
            int number = (start + i) % (Blocks * 256);
            LabSubnet candidate = new($"10.{FirstBlock + (number / 256)}.{number % 256}");
            if (!others.Contains(candidate.Prefix) && !used.Exists(network => Overlap(network, candidate)))
            {
                return candidate;
            }
        }

        throw new LabException("No free network was found in 10.200.0.0 to 10.249.255.0; the host has routes to all of them.");
    }

    // A route starts with its destination, or with its kind and then the destination. The default route is no use.
    private static IPNetwork? Destination(string route)
    {
        foreach (string word in route.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2))
        {
            if (IPNetwork.TryParse(word.Contains('/') ? word : word + "/32", out IPNetwork network) && network.PrefixLength > 0)
            {
                return network;
            }
        }

        return null;
    }

    // Name servers are often reached by the default route, and would be hidden.
    private static IEnumerable<IPNetwork> NameServers(string resolver) =>
        resolver.Split('\n')
            .Where(line => line.StartsWith("nameserver", StringComparison.Ordinal))
            .Select(line => IPAddress.TryParse(line["nameserver".Length..].Trim(), out IPAddress? address) ? address : null)
            .Where(address => address?.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)
            .Select(address => new IPNetwork(address!, 32));

    private static bool Overlap(IPNetwork network, LabSubnet candidate)
    {
        IPNetwork own = new(IPAddress.Parse(candidate.Address(0)), LabSubnet.PrefixLength);
        return own.Contains(network.BaseAddress) || network.Contains(own.BaseAddress);
    }
}
