using HaIac.Protocol.Grpc;

namespace Pulumi.Tests.Deployments;

internal sealed class FailureReportTests
{
    [Test]
    public async Task Write_EngineEndedTheDeploymentAndThenItsMonitor_IsNoLostEngine()
    {
        var engine = new Pulumi.Testing.MockEngine();
        var report = new FailureReport("127.0.0.1:1", new EngineLogger(engine, new Runner()));

        var taken = await report.WriteAsync(
        [
            new GrpcException(GrpcStatusCode.Unavailable, "resource monitor shut down"),
            new EngineGoneException("127.0.0.1:1"),
            new RunException("and this too"),
        ]);

        Assert.That(taken, Is.True);
        Assert.That(engine.Errors, Is.EqualTo(new[] { "and this too" }));
    }
}
