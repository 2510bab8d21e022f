using System.Net;
using System.Net.Sockets;

namespace HaIac.Agents.Tests.Running;

/// <summary>Hands out TCP ports of the loopback, none of them twice.</summary>
internal static class Ports
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Taken = [];

    public static int Free()
    {
        lock (Gate)
        {
            while (true)
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                var port = ((IPEndPoint)listener.LocalEndpoint).Port;
                if (Taken.Add(port))
                {
                    return port;
                }
            }
        }
    }
}
