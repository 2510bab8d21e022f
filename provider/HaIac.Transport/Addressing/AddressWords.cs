using System.Globalization;
using HaIac.Cib.Values;

namespace HaIac.Transport.Addressing;

/// <summary>The words that addresses are made of. Every fault goes into one list, so that the user sees all at once.</summary>
/// <param name="baseDirectory">The directory that relative paths start from.</param>
internal sealed class AddressWords(string baseDirectory)
{
    private readonly List<string> faults = [];

    /// <summary>What is wrong with the address; empty if it could be read.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Notes a fault.</summary>
    public void Fault(string fault) => faults.Add(fault);

    /// <summary>Parts the place from the options behind the question mark.</summary>
    public (string Place, List<(string Name, string Value)> Options) Split(string text)
    {
        var options = new List<(string Name, string Value)>();
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0)
        {
            return (text, options);
        }

        foreach (var option in text[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? option : option[..equals];
            if (options.Exists(o => o.Name == name))
            {
                Fault($"Option {name} is given twice.");
            }

            options.Add((name, equals < 0 ? "" : Uri.UnescapeDataString(option[(equals + 1)..])));
        }

        return (text[..mark], options);
    }

    /// <summary>Parts the user from the hosts.</summary>
    /// <param name="place">What stands before the options.</param>
    /// <param name="insteadOfPassword">What the user should do who wrote a password into the address.</param>
    public (string? User, string Hosts) SplitUser(string place, string insteadOfPassword)
    {
        place = place.TrimEnd('/');
        if (place.LastIndexOf('@') is not (var at and >= 0))
        {
            return (null, place);
        }

        var user = place[..at];
        if (!IsHostWord(user))
        {
            Fault(user.Contains(':', StringComparison.Ordinal) ? $"A password has no place in it: {insteadOfPassword}." : $"\"{user}\" is no user name.");
        }

        return (user, place[(at + 1)..]);
    }

    /// <summary>Reads hosts. A port behind the last one is the port of all that have none: <c>ctl1,ctl2,ctl3:2222</c>.</summary>
    public ValueList<SshHost> Hosts(string place)
    {
        var hosts = place.Split(',', StringSplitOptions.TrimEntries).Select(Host).OfType<SshHost>().ToList();
        if (hosts.Count > 0 && hosts[^1].Port is { } common)
        {
            hosts = [.. hosts.Select(host => host with { Port = host.Port ?? common })];
        }

        foreach (var twice in hosts.GroupBy(h => h).Where(g => g.Count() > 1))
        {
            Fault($"Host {twice.Key} is named more than once.");
        }

        return hosts.ToValueList();
    }

    /// <summary>Reads one host, with or without a port.</summary>
    public SshHost? Host(string word)
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

    /// <summary>Reads the path of a file: from the home directory (<c>~/</c>), absolute, or relative to the base directory.</summary>
    public string FilePath(string name, string value)
    {
        if (value.Length == 0)
        {
            Fault($"Option {name} has no value.");
            return value;
        }

        return value.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), value[2..])
            : Path.GetFullPath(value, baseDirectory);
    }

    /// <summary>The absolute path of a directory.</summary>
    public string DirectoryPath(string place) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(place, baseDirectory));

    /// <summary>Notes an option that does not exist.</summary>
    /// <returns>The address as it was.</returns>
    public T UnknownOption<T>(string name, string accepted, T unchanged)
    {
        Fault($"\"{name}\" is no option here; accepted: {accepted}.");
        return unchanged;
    }

    /// <summary>Whether a word is a host, node or user. One that begins with a dash would reach ssh as an option.</summary>
    public static bool IsHostWord(string word, bool allowColon = false) =>
        word.Length > 0
        && word[0] != '-'
        && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' || (allowColon && c is (':' or '%')));
}
