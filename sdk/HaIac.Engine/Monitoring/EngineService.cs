using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.Stepping;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Monitoring;

/// <summary>The Engine service: messages of programs and plugins become events.</summary>
/// <remarks>Source: pulumi-protocol.md 3.</remarks>
internal sealed class EngineService(StepReporter reporter, Stop stop, string version)
{
    private string root = "";

    /// <summary>Adds the methods of the service.</summary>
    public GrpcServiceTable AddTo(GrpcServiceTable routes) => routes
        .Add(EngineMethods.Log, (request, _) => LogAsync(request))
        .Add(EngineMethods.RequirePulumiVersion, (request, _) => Task.FromResult(Require(request.PulumiVersionRange)))
        .Add(EngineMethods.GetRootResource, (_, _) => Task.FromResult(new GetRootResourceResponse { Urn = root }))
        .Add(EngineMethods.SetRootResource, (request, _) =>
        {
            root = request.Urn;
            return Task.FromResult(new SetRootResourceResponse());
        });

    // The version is that of the official command line whose behaviour this engine has.
    private RequirePulumiVersionResponse Require(string range)
    {
        var bare = version.TrimStart('v');
        try
        {
            return VersionRange.Parse(range).Contains(PluginVersion.Parse(bare))
                ? new RequirePulumiVersionResponse()
                : throw new GrpcException(GrpcStatusCode.FailedPrecondition, $"Pulumi CLI version {bare} does not satisfy the version range \"{range}\"");
        }
        catch (FormatException e)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"invalid version range: {e.Message}", inner: e);
        }
    }

    private Task<Empty> LogAsync(LogRequest request)
    {
        // After a stop the program only reports that its calls were cut off; the reason for the stop was told already.
        if (request.Severity != LogSeverity.Error || !stop.IsRequested || request.Urn.Length > 0)
        {
            var severity = request.Severity switch
            {
                LogSeverity.Debug => DiagnosticSeverity.Debug,
                LogSeverity.Info => DiagnosticSeverity.Info,
                LogSeverity.Warning => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Error,
            };
            reporter.Say(severity, request.Message, request.Urn, request.StreamId, request.Ephemeral);
        }

        return Task.FromResult(new Empty());
    }
}
