using System.Net.Sockets;

namespace Pulumi;

/// <summary>
/// Notices that the engine has ended while the program asks it nothing: otherwise a program that waits for something else
/// would live on without an engine. It holds a connection of its own on which nothing is ever said.
/// </summary>
internal static class EngineWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(string address, Runner runner, CancellationToken cancellationToken)
    {
        var colon = address.LastIndexOf(':');
        if (colon < 0 || !int.TryParse(address[(colon + 1)..], out var port))
        {
            return;
        }

        try
        {
            while (await HoldAsync(address[..colon].Trim('[', ']'), port, cancellationToken).ConfigureAwait(false))
            {
                // Servers drop silent connections after some minutes: as long as they take new ones, they are there.
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }

            runner.Fail(new EngineGoneException(address));
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    /// <summary>Connects and waits until the connection ends.</summary>
    /// <returns>Whether there was somebody to connect to.</returns>
    private static async Task<bool> HoldAsync(string host, int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return false;
        }
        catch (SocketException)
        {
            // Too many open files, an address that has to be resolved by a proxy: nothing that says the engine is gone.
            return true;
        }

        try
        {
            var buffer = new byte[256];
            while (await client.GetStream().ReadAsync(buffer, cancellationToken).ConfigureAwait(false) > 0)
            {
                // Some servers greet first; that is no news.
            }
        }
        catch (IOException)
        {
            // Reset instead of closed: the next attempt tells.
        }

        return true;
    }
}
