namespace HaIac.Transport.Addressing;

/// <summary>Reads an address of any form.</summary>
internal static class AddressReader
{
    /// <summary>The forms, for messages.</summary>
    public const string Forms = "local:, ssh://user@host1,host2,host3, cib://user@host1,host2:port or virtual:directory?nodes=node1,node2,node3";

    /// <summary>Reads an address.</summary>
    /// <param name="text">The text of it.</param>
    /// <param name="words">Reads its words and collects the faults.</param>
    /// <returns>The address, or null if there are faults.</returns>
    public static ClusterAddress? Read(string text, AddressWords words)
    {
        var address = ReadForm(text, words);
        return words.Faults.Count == 0 ? address : null;
    }

    private static ClusterAddress? ReadForm(string text, AddressWords words)
    {
        if (text is "local:" or "local")
        {
            return new LocalAddress();
        }

        if (text.StartsWith(SshAddressReader.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return SshAddressReader.Read(text, words);
        }

        if (text.StartsWith(RemoteCibAddressReader.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return RemoteCibAddressReader.Read(text, words);
        }

        if (text.StartsWith(VirtualAddressReader.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return VirtualAddressReader.Read(text, words);
        }

        words.Fault(text.Length == 0 ? "It is empty." : "It does not begin with local:, ssh://, cib:// or virtual:.");
        return null;
    }
}
