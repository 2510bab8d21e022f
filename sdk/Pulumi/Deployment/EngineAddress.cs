using System.Net.Sockets;

namespace Pulumi;

/// <summary>Where an engine listens, in the form in which engines, programs and plugins pass it around: <c>127.0.0.1:41215</c>.</summary>
internal static class EngineAddress
{
    /// <summary>Whether somebody listens at an address; <c>null</c> if that cannot be told. Only a refusal says that nobody does.</summary>
    public static async Task<bool?> ListensAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate("http://" + address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(uri.DnsSafeHost, uri.Port, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SocketException e)
        {
            // Anything else, such as too many open files, says nothing about the engine.
            return e.SocketErrorCode == SocketError.ConnectionRefused ? false : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
