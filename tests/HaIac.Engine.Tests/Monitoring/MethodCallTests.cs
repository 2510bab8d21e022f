using System.Collections.Immutable;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using static HaIac.Engine.Tests.Kit.WrittenProgram.Api;

namespace HaIac.Engine.Tests.Monitoring;

/// <summary>Methods of resources, through whole operations.</summary>
[TestFixture, CancelAfter(60_000)]
internal sealed class MethodCallTests
{
    private EngineHarness engine = null!;

    [SetUp]
    public void SetUp() => engine = new EngineHarness();

    [TearDown]
    public async Task TearDown() => await engine.DisposeAsync();

    [Test]
    public async Task Call_OnAResource_TellsTheProviderWhatItNeedsAndAnswersWithDependencies()
    {
        engine.Config = ImmutableSortedDictionary<string, DeploymentConfigValue>.Empty.Add("demo:token", new DeploymentConfigValue("t", true));
        CallResponse? answer = null;
        var urn = "";
        var result = await engine.UpAsync(async api =>
        {
            var a = await api.ThingAsync("a");
            urn = a.Urn;
            answer = await api.Channel.CallAsync(ResourceMonitorMethods.Call, new ResourceCallRequest
            {
                Tok = "kit:index:Group/describe",
                Args = Fields(
                    ("__self__", new WireReference(a.Urn, new WireText("a-1"), null)),
                    ("text", new WireOutput(new WireText("hidden"), true, new[] { a.Urn }.ToValueList()))),
            });
        });

        var call = engine.Requests.OfType<CallRequest>().Single();
        var values = WireReader.FromStruct(answer!.Return);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
            Assert.That(values["receiver"], Is.EqualTo(new WireText(urn)));
            Assert.That(values["text"], Is.EqualTo(new WireSecret(new WireText("hidden"))));
            Assert.That(values["about"], Is.EqualTo(new WireText("organization/demo/dev update")));
            Assert.That(answer.ReturnDependencies["text"].Urns, Is.EqualTo(new[] { urn }));
            Assert.That(call.ArgDependencies["text"].Urns, Is.EqualTo(new[] { urn }));
            Assert.That(call.Config["demo:token"], Is.EqualTo("t"));
            Assert.That(call.ConfigSecretKeys, Is.EqualTo(new[] { "demo:token" }));
            Assert.That(call.MonitorEndpoint, Does.StartWith("127.0.0.1:"));
            Assert.That(call.AcceptsOutputValues, Is.True);
        }
    }

    [Test]
    public async Task Call_ReceiverHasAProviderOfItsOwn_ThatOneIsCalled()
    {
        await engine.UpAsync(async api =>
        {
            var own = await api.RegisterAsync("pulumi:providers:kit", "own", _ => { });
            var a = await api.ThingAsync("a", options: request => request.Provider = $"{own.Urn}::{own.Id}");
            await api.Channel.CallAsync(ResourceMonitorMethods.Call, new ResourceCallRequest
            {
                Tok = "kit:index:Group/describe",
                Args = Fields(("__self__", new WireReference(a.Urn, new WireText("a-1"), null)), ("text", new WireText("x"))),
            });
        });

        // The default provider would have been a resource of its own.
        Assert.That(engine.State.Resources.Count(resource => resource.IsProvider), Is.EqualTo(1));
    }

    [Test]
    public async Task Call_ProviderRefusesArguments_FailuresAreAnswered()
    {
        CallResponse? answer = null;
        await engine.UpAsync(async api => answer = await api.Channel.CallAsync(
            ResourceMonitorMethods.Call, new ResourceCallRequest { Tok = "kit:index:Group/refuse", Args = Fields(("text", new WireText("x"))) }));

        Assert.That(answer!.Failures.Single().Reason, Is.EqualTo("refused on request"));
    }

    [Test]
    public async Task Call_UnknownMethod_FailsWithWhatIsMissing()
    {
        var program = new WrittenProgram(api => api.Channel.CallAsync(ResourceMonitorMethods.Call, new ResourceCallRequest { Tok = "kit:index:Group/zzz" }));

        await engine.UpAsync(program);

        Assert.That(program.Failures.Single().Detail, Does.Contain("call of kit:index:Group/zzz returned an error").And.Contain("HAI1416"));
    }

    [Test]
    public async Task RequirePulumiVersion_OtherVersion_IsRefusedWithTheOfficialWords()
    {
        var program = new WrittenProgram(async api =>
        {
            await api.Channel.CallAsync(EngineMethods.RequirePulumiVersion, new RequirePulumiVersionRequest { PulumiVersionRange = ">=3.0.0" });
            await api.Channel.CallAsync(EngineMethods.RequirePulumiVersion, new RequirePulumiVersionRequest { PulumiVersionRange = ">=99.0.0" });
        });

        await engine.UpAsync(program);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(program.Failures.Single().StatusCode, Is.EqualTo(GrpcStatusCode.FailedPrecondition));
            Assert.That(program.Failures.Single().Detail, Is.EqualTo("Pulumi CLI version 3.259.0 does not satisfy the version range \">=99.0.0\""));
        }
    }
}
