using HaIac.CommandProvider.Checking;
using HaIac.Transport.Logins;

namespace HaIac.CommandProvider.Reaching;

/// <summary>The property <c>connection</c> as a login.</summary>
internal static class ConnectionReader
{
    /// <summary>Reads it. Connections in states of older versions may lack the defaults.</summary>
    /// <param name="inputs">The checked inputs of a remote resource.</param>
    public static SshLogin Read(InputReader inputs)
    {
        var connection = inputs.Object("connection") ?? throw new InvalidOperationException("bug in HaIac: a remote resource without a connection was not refused.");
        return new SshLogin(Hop(connection), connection.Object("proxy") is { } proxy ? Hop(proxy) : null);
    }

    private static SshHop Hop(InputReader hop)
    {
        var defaults = new SshHop { Host = hop.Text("host") ?? "" };
        return defaults with
        {
            Port = hop.Number("port") ?? defaults.Port,
            User = hop.Text("user") ?? defaults.User,
            PrivateKey = Set(hop.Text("privateKey")),
            Passphrase = Set(hop.Text("privateKeyPassword")),
            Password = Set(hop.Text("password")),
            HostKey = Set(hop.Text("hostKey")),
            AgentSocket = Set(hop.Text("agentSocketPath")),
            DialTimeout = hop.Number("perDialTimeout") is { } seconds ? TimeSpan.FromSeconds(seconds) : defaults.DialTimeout,
            DialErrorLimit = hop.Number("dialErrorLimit") ?? defaults.DialErrorLimit,
        };
    }

    private static string? Set(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
