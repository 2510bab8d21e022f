namespace HaIac.Transport.Addressing;

/// <summary>Reads <c>cib://</c> addresses.</summary>
internal static class RemoteCibAddressReader
{
    /// <summary>How the address begins.</summary>
    public const string Scheme = "cib://";

    /// <summary>Reads an address; faults go into the list of the words.</summary>
    public static RemoteCibAddress Read(string text, AddressWords words)
    {
        var (place, options) = words.Split(text[Scheme.Length..]);
        var (user, hosts) = words.SplitUser(place, "put it into the environment (CIB_passwd) or into a file (passwordFile=FILE)");
        var address = new RemoteCibAddress(text) { User = user ?? AddressDefaults.RemoteUser, Hosts = words.Hosts(hosts) };
        foreach (var host in address.Hosts.Where(h => h.Port is null))
        {
            words.Fault($"The port of {host} is missing: it is the remote-tls-port of the CIB, or with tls=no its remote-clear-port.");
        }

        foreach (var (name, value) in options)
        {
            address = name switch
            {
                "tls" => address with { Tls = YesOrNo(name, value, words) },
                "passwordFile" => address with { PasswordFile = words.FilePath(name, value) },
                _ => words.UnknownOption(name, "tls and passwordFile", address),
            };
        }

        return address;
    }

    private static bool YesOrNo(string name, string value, AddressWords words)
    {
        if (value is not ("yes" or "no"))
        {
            words.Fault($"Option {name} is yes or no, not \"{value}\".");
        }

        return value != "no";
    }
}
