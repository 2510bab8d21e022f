using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using HaIac.CommandProvider.Serving;
using HaIac.CommandProvider.Tests.Kit;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.CommandProvider.Tests.Serving;

/// <summary>The executable itself, started and called as an engine does.</summary>
[TestFixture]
internal sealed class PluginProcessTests
{
    [Test]
    public async Task Executable_ToldToEnd_EndsItsCommandsToo()
    {
        using var folder = new TemporaryFolder();
        await using var engine = await GrpcServer.StartAsync(new GrpcServiceTable().Add(EngineMethods.Log, (_, _) => Task.FromResult(new Empty())));
        var start = new ProcessStartInfo("dotnet", [typeof(CommandPlugin).Assembly.Location, engine.Address]) { RedirectStandardOutput = true, WorkingDirectory = folder.Path };
        using var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
            using var channel = GrpcChannel.ForAddress($"127.0.0.1:{line!.Trim()}");
            await channel.CallAsync(ResourceProviderMethods.Handshake, new ProviderHandshakeRequest { EngineAddress = engine.Address });
            var info = await channel.CallAsync(ResourceProviderMethods.GetPluginInfo, new Empty());
            var schema = await channel.CallAsync(ResourceProviderMethods.GetSchema, new GetSchemaRequest());
            var create = channel.CallAsync(ResourceProviderMethods.Create, new CreateRequest
            {
                Urn = "urn:pulumi:dev::demo::command:local:Command::r",
                Name = "r",
                Type = "command:local:Command",
                Properties = new Struct { Fields = { ["create"] = Value.ForString("echo $$ > pid.new; mv pid.new pid; sleep 600") } },
            });
            await Processes.UntilAsync(() => File.Exists(folder.At("pid")));

            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

            var failure = await Assert.ThrowsAsync<GrpcException>(() => create);
            Assert.That((info.Version, process.ExitCode, schema.Schema.Contains("command:local:Command", StringComparison.Ordinal)), Is.EqualTo(("1.1.0", 0, true)));
            Assert.That(failure!.StatusCode, Is.EqualTo(GrpcStatusCode.Cancelled));
            await Processes.UntilAsync(() => !Processes.IsRunning(folder.Read("pid")));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
