using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;
using static Pulumi.Tests.Experimental.WireFields;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Tests.Experimental;

public sealed class ProviderServeTests
{
    [Test]
    public async Task Serve_Started_WritesThePortAndNothingElse()
    {
        await using var served = await ServedProvider.StartAsync();
        await served.CallAsync(ResourceProviderMethods.GetPluginInfo, new Empty());

        Assert.That(served.Stdout, Does.Match("\\A[0-9]{1,5}\n\\z"));
    }

    [Test]
    public async Task Serve_FlagsOfTheEngine_AreIgnored()
    {
        await using var served = await ServedProvider.StartAsync(
            flags: ["--logtostderr", "-v=9", "--logflow", "--tracing", "file:trace"]);

        await served.Engine!.LogAsync(new LogRequest(LogSeverity.Info, "hello"));

        Assert.That(served.Logs, Has.Count.EqualTo(1));
    }

    [Test]
    public void Serve_TwoAddresses_IsAnErrorThatNamesThem()
    {
        using var stdout = new StringWriter();

        Assert.That(
            () => Provider.Serve(["127.0.0.1:1", "127.0.0.1:2"], null, _ => new ScriptedProvider(), CancellationToken.None, stdout),
            Throws.ArgumentException.With.Message.Contains("127.0.0.1:1 127.0.0.1:2"));
    }

    [Test]
    public async Task GetPluginInfo_AnswersTheVersion()
    {
        await using var served = await ServedProvider.StartAsync(version: "4.5.6");

        var info = await served.CallAsync(ResourceProviderMethods.GetPluginInfo, new Empty());

        Assert.That(info.Version, Is.EqualTo("4.5.6"));
    }

    [Test]
    public async Task GetPluginInfo_NoVersionGiven_AnswersThatOfTheEntryAssembly()
    {
        await using var served = await ServedProvider.StartAsync(version: null);

        var info = await served.CallAsync(ResourceProviderMethods.GetPluginInfo, new Empty());

        Assert.That(info.Version, Does.Match(@"\A\d+\.\d+\.\d+\z"));
    }

    [Test]
    public async Task Handshake_ByDefault_AcceptsEverything()
    {
        await using var served = await ServedProvider.StartAsync();

        var answer = await served.CallAsync(
            ResourceProviderMethods.Handshake, new Wire.ProviderHandshakeRequest { EngineAddress = served.EngineAddress });

        Assert.That(
            answer,
            Is.EqualTo(new Wire.ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true, AcceptOutputs = true }));
    }

    [Test]
    public async Task Configure_NarrowerThanTheHandshake_AnswersWhatTheHandshakePromised()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnConfigure = (_, _) => Task.FromResult(new ConfigureResponse());
        await served.CallAsync(ResourceProviderMethods.Handshake, new Wire.ProviderHandshakeRequest());

        var answer = await served.CallAsync(ResourceProviderMethods.Configure, new Wire.ConfigureRequest());

        Assert.That(
            answer,
            Is.EqualTo(new Wire.ConfigureResponse
            {
                AcceptSecrets = true, SupportsPreview = true, AcceptResources = true, AcceptOutputs = true,
            }));
    }

    [Test]
    public async Task Configure_EngineWithoutSecrets_GetsPlainAnswers()
    {
        await using var served = await ServedProvider.StartAsync();
        served.Script.OnCreate = (_, _) => Task.FromResult(new CreateResponse
        {
            Id = "1",
            Outputs = new Dictionary<string, PropertyValue> { ["a"] = new PropertyValue("x").WithSecret(true) },
        });
        await served.CallAsync(ResourceProviderMethods.Configure, new Wire.ConfigureRequest { AcceptResources = true });

        var answer = await served.CallAsync(ResourceProviderMethods.Create, new Wire.CreateRequest { Urn = ServedProvider.Urn });

        Assert.That(WireReader.FromStruct(answer.Properties), Is.EqualTo(Object(("a", Text("x")))));
    }

    [Test]
    public async Task Configure_HandsOverEverything()
    {
        await using var served = await ServedProvider.StartAsync();
        ConfigureRequest? seen = null;
        served.Script.OnConfigure = (request, _) =>
        {
            seen = request;
            return Task.FromResult(new ConfigureResponse());
        };

        await served.CallAsync(ResourceProviderMethods.Configure, new Wire.ConfigureRequest
        {
            Variables = { ["cloud:config:zone"] = "b" },
            Args = Of(("zone", Secret("b"))),
            AcceptSecrets = true,
            SendsOldInputsToDelete = true,
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen!.Variables, Is.EqualTo(new Dictionary<string, string> { ["cloud:config:zone"] = "b" }));
            Assert.That(seen.Args["zone"], Is.EqualTo(new PropertyValue("b").WithSecret(true)));
            Assert.That(seen.AcceptSecrets, Is.True);
            Assert.That(seen.AcceptResources, Is.False);
            Assert.That(seen.SendsOldInputs, Is.False);
            Assert.That(seen.SendsOldInputsToDelete, Is.True);
        }
    }

    [Test]
    public async Task Attach_ProviderStartedWithoutAnEngine_IsMadeThen()
    {
        await using var served = await ServedProvider.StartAsync(attached: false);
        served.Script.OnInvoke = (_, _) => Task.FromResult(new InvokeResponse());
        var early = await served.FailAsync(ResourceProviderMethods.Invoke, new Wire.InvokeRequest { Tok = "f" });

        await served.CallAsync(ResourceProviderMethods.Attach, new Wire.PluginAttach { Address = served.EngineAddress });
        await served.CallAsync(ResourceProviderMethods.Invoke, new Wire.InvokeRequest { Tok = "f" });
        await served.Engine!.LogAsync(new LogRequest(LogSeverity.Warning, "hello", new Urn(ServedProvider.Urn), 3, true));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early.StatusCode, Is.EqualTo(GrpcStatusCode.FailedPrecondition));
            Assert.That(
                served.Logs,
                Is.EqualTo(new[]
                {
                    new Wire.LogRequest
                    {
                        Severity = Wire.LogSeverity.Warning, Message = "hello", Urn = ServedProvider.Urn, StreamId = 3, Ephemeral = true,
                    },
                }));
        }
    }

    [Test]
    public async Task Handshake_ProviderStartedWithoutAnEngine_TakesTheEngineOfTheHandshake()
    {
        await using var served = await ServedProvider.StartAsync(attached: false);

        await served.CallAsync(
            ResourceProviderMethods.Handshake, new Wire.ProviderHandshakeRequest { EngineAddress = served.EngineAddress });
        await served.Engine!.LogAsync(new LogRequest(LogSeverity.Info, "hello"));

        Assert.That(served.Logs.Single().Message, Is.EqualTo("hello"));
    }
}
