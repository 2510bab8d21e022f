using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Provider.Serving;

namespace HaIac.Provider.Tests.Serving;

/// <summary>The executable itself, started as an engine starts it.</summary>
public sealed class PluginProcessTests
{
    [Test]
    public async Task Executable_StartedByAnEngine_PrintsItsPortServesAndEndsOnSigterm()
    {
        await using var engine = await GrpcServer.StartAsync(new GrpcServiceTable().Add(EngineMethods.Log, (_, _) => Task.FromResult(new Empty())));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardInput = true, ArgumentList = { typeof(HaIacProvider).Assembly.Location, engine.Address } };
        using var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
            using var channel = GrpcChannel.ForAddress($"127.0.0.1:{line!.Trim()}");

            await channel.CallAsync(ResourceProviderMethods.Handshake, new ProviderHandshakeRequest { EngineAddress = engine.Address });
            var configure = new ConfigureRequest { Args = Plugin.Parse("""{"cluster":"local:"}"""), AcceptSecrets = true };
            var answer = await channel.CallAsync(ResourceProviderMethods.Configure, configure);
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

            Assert.That((answer.SupportsPreview, process.ExitCode), Is.EqualTo((true, 0)));
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
