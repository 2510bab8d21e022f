using System.Globalization;
using HaIac.Cib.Values;

namespace HaIac.Transport.Addressing;

/// <summary>Reads one address and collects every fault of it, so that the user sees all at once.</summary>
internal sealed class AddressReader(string baseDirectory)
{
    private const string SshScheme = "ssh://";
    private const string VirtualScheme = "virtual:";

    private readonly List<string> faults = [];

    /// <summary>What is wrong with the address; empty if it could be read.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Reads an address.</summary>
    /// <param name="text">The text of it.</param>
    /// <returns>The address, or null if there are faults.</returns>
    public ClusterAddress? Read(string text)
    {
        ClusterAddress? address = text switch
        {
            "" => Fault("It is empty."),
            "local:" or "local" => new LocalAddress(),
            _ when text.StartsWith(SshScheme, StringComparison.OrdinalIgnoreCase) => ReadSsh(text),
            _ when text.StartsWith(VirtualScheme, StringComparison.OrdinalIgnoreCase) => ReadVirtual(text),
            _ => Fault("It does not begin with local:, ssh:// or virtual:."),
        };
        return faults.Count == 0 ? address : null;
    }

    private SshAddress? ReadSsh(string text)
    {
        var (place, options) = Split(text[SshScheme.Length..]);
        place = place.TrimEnd('/');
        string? user = null;
        if (place.LastIndexOf('@') is var at and >= 0)
        {
            user = place[..at];
            place = place[(at + 1)..];
            if (!IsHostWord(user))
            {
                Fault(user.Contains(':', StringComparison.Ordinal)
                    ? "A password has no place in it: log in with a key."
                    : $"\"{user}\" is no user name.");
            }
        }

        var hosts = ReadHosts(place);
        var address = new SshAddress(text) { User = user, Hosts = hosts };
        foreach (var (name, value) in options)
        {
            address = name switch
            {
                "identity" => address with { IdentityFile = ReadPath(name, value) },
                "knownHosts" => address with { KnownHostsFile = ReadPath(name, value) },
                "strictHostKeyChecking" => address with { HostKeyChecking = ReadChecking(value) },
                "connectTimeout" => address with { ConnectTimeout = ReadTimeout(value) },
                _ => UnknownOption(name, "identity, knownHosts, strictHostKeyChecking and connectTimeout", address),
            };
        }

        return address;
    }

    private ValueList<SshHost> ReadHosts(string place)
    {
        var words = place.Split(',', StringSplitOptions.TrimEntries);
        var hosts = new List<SshHost>();
        foreach (var word in words)
        {
            if (ReadHost(word) is { } host)
            {
                hosts.Add(host);
            }
        }

        // A port behind the last host is the port of all hosts that have none: ssh://root@ctl1,ctl2,ctl3:2222.
        if (hosts.Count > 0 && hosts[^1].Port is { } common)
        {
            for (var i = 0; i < hosts.Count; i++)
            {
                hosts[i] = hosts[i] with { Port = hosts[i].Port ?? common };
            }
        }

        foreach (var twice in hosts.GroupBy(h => h).Where(g => g.Count() > 1))
        {
            Fault($"Host {twice.Key} is named more than once.");
        }

        return hosts.ToValueList();
    }

    private SshHost? ReadHost(string word)
    {
        var name = word;
        string? port = null;
        if (word.StartsWith('[') && word.IndexOf(']', StringComparison.Ordinal) is var end and > 0)
        {
            name = word[1..end];
            var rest = word[(end + 1)..];
            port = rest.StartsWith(':') ? rest[1..] : rest.Length == 0 ? null : rest;
        }
        else if (word.Count(c => c == ':') == 1)
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            name = word[..colon];
            port = word[(colon + 1)..];
        }

        if (name.Length == 0)
        {
            Fault("A host name is missing.");
            return null;
        }

        if (!IsHostWord(name, allowColon: true))
        {
            Fault($"\"{name}\" is no host name.");
            return null;
        }

        if (port is null)
        {
            return new SshHost(name, null);
        }

        if (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 65535)
        {
            return new SshHost(name, number);
        }

        Fault($"\"{port}\" is no port (1 to 65535).");
        return null;
    }

    private VirtualAddress? ReadVirtual(string text)
    {
        var (place, options) = Split(text[VirtualScheme.Length..]);
        if (place.Length == 0)
        {
            Fault("The directory is missing.");
            return null;
        }

        ValueList<string> nodes = [];
        foreach (var (name, value) in options)
        {
            if (name == "nodes")
            {
                nodes = ReadNodes(value);
            }
            else
            {
                UnknownOption(name, "nodes", 0);
            }
        }

        var directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(place, baseDirectory));
        return new VirtualAddress(text) { Directory = directory, Nodes = nodes };
    }

    private ValueList<string> ReadNodes(string value)
    {
        var nodes = value.Split(',', StringSplitOptions.TrimEntries);
        foreach (var node in nodes.Where(n => !IsHostWord(n)))
        {
            Fault($"\"{node}\" is no node name.");
        }

        foreach (var twice in nodes.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            Fault($"Node {twice.Key} is named more than once.");
        }

        return [.. nodes];
    }

    private string ReadPath(string name, string value)
    {
        if (value.Length == 0)
        {
            Fault($"Option {name} has no value.");
            return value;
        }

        if (value.StartsWith("~/", StringComparison.Ordinal))
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), value[2..]);
        }

        return Path.GetFullPath(value, baseDirectory);
    }

    private HostKeyChecking ReadChecking(string value)
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
                Fault($"Option strictHostKeyChecking is yes, no or accept-new, not \"{value}\".");
                return HostKeyChecking.Yes;
        }
    }

    private TimeSpan ReadTimeout(string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && TimeSpan.FromSeconds(seconds) is var timeout
            && timeout >= AddressDefaults.ShortestConnectTimeout
            && timeout <= AddressDefaults.LongestConnectTimeout)
        {
            return timeout;
        }

        Fault($"Option connectTimeout is a number of seconds from 1 to 600, not \"{value}\".");
        return AddressDefaults.ConnectTimeout;
    }

    private (string Place, List<(string Name, string Value)> Options) Split(string text)
    {
        var options = new List<(string, string)>();
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0)
        {
            return (text, options);
        }

        foreach (var option in text[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? option : option[..equals];
            var value = equals < 0 ? "" : Uri.UnescapeDataString(option[(equals + 1)..]);
            if (options.Exists(o => o.Item1 == name))
            {
                Fault($"Option {name} is given twice.");
            }

            options.Add((name, value));
        }

        return (text[..mark], options);
    }

    private T UnknownOption<T>(string name, string accepted, T unchanged)
    {
        Fault($"\"{name}\" is no option here; accepted: {accepted}.");
        return unchanged;
    }

    private ClusterAddress? Fault(string fault)
    {
        faults.Add(fault);
        return null;
    }

    // A word that begins with a dash would reach ssh as an option, so it is refused here.
    private static bool IsHostWord(string word, bool allowColon = false) =>
        word.Length > 0
        && word[0] != '-'
        && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' || (allowColon && c is (':' or '%')));
}
