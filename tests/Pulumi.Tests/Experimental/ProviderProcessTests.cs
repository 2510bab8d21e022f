using System.Runtime.InteropServices;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;
using Wire = HaIac.Protocol.Messages;
using static Pulumi.Tests.Experimental.WireFields;

namespace Pulumi.Tests.Experimental;

/// <summary>A plugin as a process of its own, started and ended as engines do it.</summary>
public sealed class ProviderProcessTests
{
    [TestCase("INT")]
    [TestCase("TERM")]
    public async Task Serve_Signal_EndsWithExitCodeZero(string signal)
    {
        SkipWithoutSignals();
        await using var engine = await StartEngineAsync();
        await using var plugin = PluginProcess.Start(engine.Address);
        var channel = await plugin.ConnectAsync();
        var waiting = channel.CallAsync(ResourceProviderMethods.Invoke, new Wire.InvokeRequest { Tok = "wait" });
        await channel.CallAsync(ResourceProviderMethods.Invoke, new Wire.InvokeRequest { Tok = "echo" });

        var (exitCode, _, stderr) = await plugin.EndAsync(signal);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(stderr, Does.EndWith("ended\n"));
            Assert.That(
                async () => await waiting.WaitAsync(TimeSpan.FromSeconds(60)), Throws.TypeOf<GrpcException>());
        }
    }

    [Test]
    public async Task Serve_ProviderPrints_StandardOutputHoldsThePortOnly()
    {
        SkipWithoutSignals();
        await using var engine = await StartEngineAsync();
        await using var plugin = PluginProcess.Start(engine.Address);
        var channel = await plugin.ConnectAsync();

        var answer = await channel.CallAsync(
            ResourceProviderMethods.Invoke, new Wire.InvokeRequest { Tok = "echo", Args = Of(("a", Text("1"))) });
        var (_, stdout, _) = await plugin.EndAsync("TERM");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(WireReader.FromStruct(answer.Return), Is.EqualTo(Object(("a", Text("1")))));
            Assert.That(stdout, Is.Empty);
        }
    }

    [Test]
    public async Task Serve_CancelCall_DoesNotEndTheProcess()
    {
        await using var engine = await StartEngineAsync();
        await using var plugin = PluginProcess.Start(engine.Address);
        var channel = await plugin.ConnectAsync();

        await channel.CallAsync(ResourceProviderMethods.Cancel, new Empty());
        var info = await channel.CallAsync(ResourceProviderMethods.GetPluginInfo, new Empty());

        Assert.That(info.Version, Is.EqualTo("1.2.3"));
    }

    [Test]
    public async Task Serve_EngineIsGone_Ends()
    {
        var engine = await StartEngineAsync();
        await using var plugin = PluginProcess.Start(engine.Address);
        var channel = await plugin.ConnectAsync();
        await channel.CallAsync(ResourceProviderMethods.Invoke, new Wire.InvokeRequest { Tok = "echo" });

        await engine.DisposeAsync();

        Assert.That(await plugin.EndedAsync(), Is.Zero);
    }

    [Test]
    public async Task Serve_AttachedToTwoEnginesInARow_ServesBothAndOutlivesTheFirst()
    {
        await using var plugin = PluginProcess.Start(engineAddress: null);
        var channel = await plugin.ConnectAsync();
        var early = await Assert.ThrowsAsync<GrpcException>(() => channel.CallAsync(ResourceProviderMethods.Invoke, new Wire.InvokeRequest { Tok = "echo" }));
        var logs = new List<int>();
        for (var i = 0; i < 2; i++)
        {
            var count = 0;
            await using var engine = await GrpcServer.StartAsync(new GrpcServiceTable().Add(EngineMethods.Log, (_, _) =>
            {
                count++;
                return Task.FromResult(new Empty());
            }));

            // As an engine does with PULUMI_DEBUG_PROVIDERS: it cannot name itself on a command line.
            await channel.CallAsync(ResourceProviderMethods.Attach, new Wire.PluginAttach { Address = engine.Address });
            await channel.CallAsync(ResourceProviderMethods.Invoke, new Wire.InvokeRequest { Tok = "echo" });
            await channel.CallAsync(ResourceProviderMethods.Cancel, new Empty());
            logs.Add(count);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early!.StatusCode, Is.EqualTo(GrpcStatusCode.FailedPrecondition));
            Assert.That(logs, Is.EqualTo(new[] { 1, 1 }));
        }
    }

    [TestCase("")]
    [TestCase("nowhere")]
    [TestCase("http://127.0.0.1:1")]
    [TestCase("127.0.0.1:99999")]
    public async Task Attach_NoAddress_IsInvalidArgument(string address)
    {
        await using var served = await ServedProvider.StartAsync(attached: false);

        var failure = await served.FailAsync(ResourceProviderMethods.Attach, new Wire.PluginAttach { Address = address });

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.InvalidArgument), failure.Detail);
    }

    [Test]
    public async Task Start_SeveralAtOnce_EachHasAPortOfItsOwn()
    {
        // The system picks a free port, so none can be taken already.
        await using var one = await ServedProvider.StartAsync();
        await using var two = await ServedProvider.StartAsync();

        Assert.That(one.Port, Is.Not.EqualTo(two.Port));
    }

    private static Task<GrpcServer> StartEngineAsync() =>
        GrpcServer.StartAsync(new GrpcServiceTable().Add(EngineMethods.Log, (_, _) => Task.FromResult(new Empty())));

    private static void SkipWithoutSignals()
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            Assert.Ignore("Windows has no SIGINT and SIGTERM that a test could send.");
        }
    }
}
