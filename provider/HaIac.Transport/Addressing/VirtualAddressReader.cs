using HaIac.Cib.Values;

namespace HaIac.Transport.Addressing;

/// <summary>Reads <c>virtual:</c> addresses.</summary>
internal static class VirtualAddressReader
{
    /// <summary>How the address begins.</summary>
    public const string Scheme = "virtual:";

    /// <summary>Reads an address; faults go into the list of the words.</summary>
    public static VirtualAddress? Read(string text, AddressWords words)
    {
        var (place, options) = words.Split(text[Scheme.Length..]);
        if (place.Length == 0)
        {
            words.Fault("The directory is missing.");
            return null;
        }

        ValueList<string> nodes = [];
        foreach (var (name, value) in options)
        {
            nodes = name == "nodes" ? Nodes(value, words) : words.UnknownOption(name, "nodes", nodes);
        }

        return new VirtualAddress(text) { Directory = words.DirectoryPath(place), Nodes = nodes };
    }

    private static ValueList<string> Nodes(string value, AddressWords words)
    {
        var nodes = value.Split(',', StringSplitOptions.TrimEntries);
        foreach (var node in nodes.Where(n => !AddressWords.IsHostWord(n)))
        {
            words.Fault($"\"{node}\" is no node name.");
        }

        foreach (var twice in nodes.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            words.Fault($"Node {twice.Key} is named more than once.");
        }

        return [.. nodes];
    }
}
