using System.Globalization;
using HaIac.Cib.Values;

namespace HaIac.Transport.Addressing;

/// <summary>Reads <c>ssh://</c> addresses.</summary>
internal static class SshAddressReader
{
    /// <summary>How the address begins.</summary>
    public const string Scheme = "ssh://";

    /// <summary>Reads an address; faults go into the list of the words.</summary>
    public static SshAddress Read(string text, AddressWords words)
    {
        var (place, options) = words.Split(text[Scheme.Length..]);
        var (user, hosts) = words.SplitUser(place, "log in with a key");
        var address = new SshAddress(text) { User = user, Hosts = words.Hosts(hosts) };
        foreach (var (name, value) in options)
        {
            address = name switch
            {
                "identity" => address with { IdentityFile = words.FilePath(name, value) },
                "knownHosts" => address with { KnownHostsFile = words.FilePath(name, value) },
                "strictHostKeyChecking" => address with { HostKeyChecking = Checking(value, words) },
                "connectTimeout" => address with { ConnectTimeout = Timeout(value, words) },
                "jump" => address with { Jumps = Jumps(value, words) },
                "config" => address with { ConfigFile = words.FilePath(name, value) },
                _ => words.UnknownOption(name, "identity, knownHosts, strictHostKeyChecking, connectTimeout, jump and config", address),
            };
        }

        return address;
    }

    private static ValueList<SshJump> Jumps(string value, AddressWords words)
    {
        var jumps = new List<SshJump>();
        foreach (var word in value.Split(',', StringSplitOptions.TrimEntries))
        {
            var (user, host) = words.SplitUser(word, "log in with a key");
            if (words.Host(host) is { } read)
            {
                jumps.Add(new SshJump(user, read));
            }
        }

        return jumps.ToValueList();
    }

    private static HostKeyChecking Checking(string value, AddressWords words)
    {
        switch (value)
        {
            case "yes":
                return HostKeyChecking.Yes;
            case "no":
                return HostKeyChecking.No;
            case "accept-new":
                return HostKeyChecking.AcceptNew;
            default:
                words.Fault($"Option strictHostKeyChecking is yes, no or accept-new, not \"{value}\".");
                return HostKeyChecking.Yes;
        }
    }

    private static TimeSpan Timeout(string value, AddressWords words)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && TimeSpan.FromSeconds(seconds) is var timeout
            && timeout >= AddressDefaults.ShortestConnectTimeout
            && timeout <= AddressDefaults.LongestConnectTimeout)
        {
            return timeout;
        }

        words.Fault($"Option connectTimeout is a number of seconds from 1 to 600, not \"{value}\".");
        return AddressDefaults.ConnectTimeout;
    }
}
