using HaIac.Engine.Launching;
using HaIac.Protocol.Grpc;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>
/// Runs a scenario's <c>program.json</c> inside the test process: declares what it says by plain gRPC calls, as an SDK
/// would. What the recordings' README says of the form of the file holds here.
/// </summary>
internal sealed class KitProgram(JObject program, KitStack stack) : IProgramLauncher
{
    public Task<IRunningProgram> StartAsync(
        string monitorAddress, string engineAddress, bool isPreview, Action<string> onOutput, Action<string> onError, CancellationToken ct)
    {
        var run = new KitProgramRun(program, stack, GrpcChannel.ForAddress(monitorAddress), isPreview, onOutput, onError);
        return Task.FromResult<IRunningProgram>(new Running(run.RunAsync()));
    }

    private sealed class Running(Task<int> ended) : IRunningProgram
    {
        public Task<int> Ended => ended;

        public Task StopAsync() => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
