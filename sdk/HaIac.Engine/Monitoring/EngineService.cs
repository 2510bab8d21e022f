using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Events;
using HaIac.Engine.Stepping;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Monitoring;

/// <summary>The Engine service: messages of programs and plugins become events.</summary>
/// <remarks>Source: pulumi-protocol.md 3.</remarks>
internal sealed class EngineService(StepReporter reporter, Stop stop)
{
    private string root = "";

    /// <summary>Adds the methods of the service.</summary>
    public GrpcServiceTable AddTo(GrpcServiceTable routes) => routes
        .Add(EngineMethods.Log, (request, _) => LogAsync(request))
        .Add(EngineMethods.GetRootResource, (_, _) => Task.FromResult(new GetRootResourceResponse { Urn = root }))
        .Add(EngineMethods.SetRootResource, (request, _) =>
        {
            root = request.Urn;
            return Task.FromResult(new SetRootResourceResponse());
        });

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
