using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace Pulumi;

/// <summary>The log and the questions of a running engine.</summary>
internal sealed class GrpcEngine(string address) : IEngineClient
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(address);

    public Task LogAsync(LogRequest request, CancellationToken cancellationToken)
        => _channel.CallAsync(EngineMethods.Log, request, cancellationToken);

    public Task RequirePulumiVersionAsync(string range, CancellationToken cancellationToken)
        => _channel.CallAsync(
            EngineMethods.RequirePulumiVersion, new RequirePulumiVersionRequest { PulumiVersionRange = range }, cancellationToken);
}
