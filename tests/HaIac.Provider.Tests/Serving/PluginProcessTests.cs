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

    [Test]
    public async Task Executable_ThatHasConnectedOverSsh_LeavesNoDirectoryBehindOnSigterm()
    {
        if (!File.Exists("/usr/bin/ssh"))
        {
            Assert.Ignore("needs the OpenSSH client, which this host lacks (package openssh-client)");
        }

        var temporary = Directory.CreateTempSubdirectory("haiac-test-").FullName;
        await using var engine = await GrpcServer.StartAsync(new GrpcServiceTable().Add(EngineMethods.Log, (_, _) => Task.FromResult(new Empty())));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardInput = true, ArgumentList = { typeof(HaIacProvider).Assembly.Location, engine.Address } };
        start.Environment["TMPDIR"] = temporary;
        using var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
            using var channel = GrpcChannel.ForAddress($"127.0.0.1:{line!.Trim()}");
            await channel.CallAsync(ResourceProviderMethods.Handshake, new ProviderHandshakeRequest { EngineAddress = engine.Address });

            // Nobody listens on port 1; the directory for the shared connection is made before that is known.
            await channel.CallAsync(ResourceProviderMethods.Configure, new ConfigureRequest { Args = Plugin.Parse("""{"cluster":"ssh://root@127.0.0.1:1"}"""), AcceptSecrets = true });
            var read = new ReadRequest { Id = "vip", Urn = Plugin.Urn("haiac:cib:Primitive", "vip"), Name = "vip", Type = "haiac:cib:Primitive", Properties = new(), Inputs = new() };
            await Plugin.FailureOf(channel.CallAsync(ResourceProviderMethods.Read, read));
            var during = Directory.GetDirectories(temporary, "haiac-ssh-*");
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

            Assert.That((during.Length, Directory.GetDirectories(temporary, "haiac-ssh-*").Length), Is.EqualTo((1, 0)));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            Directory.Delete(temporary, recursive: true);
        }
    }
}
