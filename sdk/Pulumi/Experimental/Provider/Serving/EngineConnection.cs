using HaIac.Protocol.Grpc;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Experimental.Provider;

/// <summary>The engine at an address. The address changes if another engine attaches.</summary>
internal sealed class EngineConnection : IEngine
{
    private volatile GrpcChannel _channel;

    public EngineConnection(string address)
    {
        Address = address;
        _channel = GrpcChannel.ForAddress(address);
    }

    public string Address { get; private set; }

    /// <summary>Whether a text has the form in which addresses are passed around.</summary>
    public static bool IsAddress(string text) =>
        Uri.TryCreate("http://" + text, UriKind.Absolute, out var uri) && uri.Authority == text && !uri.IsDefaultPort;

    public void Redirect(string address)
    {
        Address = address;
        _channel = GrpcChannel.ForAddress(address);
    }

    public Task LogAsync(LogRequest message) => _channel.CallAsync(
        EngineMethods.Log,
        new Wire.LogRequest
        {
            Severity = (Wire.LogSeverity)message.Severity,
            Message = message.Message,
            Urn = message.Urn ?? string.Empty,
            StreamId = message.StreamId,
            Ephemeral = message.Ephemeral,
        });

    public Task RequirePulumiVersionAsync(string pulumiVersionRange) => _channel.CallAsync(
        EngineMethods.RequirePulumiVersion,
        new Wire.RequirePulumiVersionRequest { PulumiVersionRange = pulumiVersionRange });
}
