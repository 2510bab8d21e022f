using HaIac.Engine.BuiltIn;
using HaIac.Engine.State;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using static HaIac.Engine.Tests.Kit.WrittenProgram.Api;

namespace HaIac.Engine.Tests.BuiltIn;

/// <summary>The engine's own package, through whole operations.</summary>
[TestFixture, CancelAfter(60_000)]
internal sealed class BuiltInProviderTests
{
    private EngineHarness engine = null!;

    [SetUp]
    public void SetUp() => engine = new EngineHarness { OtherStacks = new OneStack() };

    [TearDown]
    public async Task TearDown() => await engine.DisposeAsync();

    [Test]
    public async Task GetResource_OfThisRun_AnswersIdProviderAndOutputs()
    {
        var answer = await InvokeAsync("pulumi:pulumi:getResource", async api => new { urn = (await api.ThingAsync("a", new { value = 1 })).Urn });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(answer["id"]), Is.EqualTo("a-1"));
            Assert.That(Text(answer["provider"]), Does.Contain("pulumi:providers:kit::default::"));
            Assert.That(Text(((WireMap)answer["state"]).Fields["computed"]), Is.EqualTo("computed a-1"));
        }
    }

    [Test]
    public async Task GetResource_Unknown_FailsWithTheUrn()
    {
        var program = Calling("pulumi:pulumi:getResource", _ => Task.FromResult<object>(new { urn = "urn:pulumi:dev::demo::kit:index:Thing::zzz" }), _ => { });

        var result = await engine.UpAsync(program);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(program.Failures.Single().Detail, Does.Contain("unknown resource urn:pulumi:dev::demo::kit:index:Thing::zzz"));
        }
    }

    [Test]
    public async Task ReadStackOutputs_SecretsStaySecretAndAreNamed()
    {
        var answer = await InvokeAsync("pulumi:pulumi:readStackOutputs", _ => Task.FromResult<object>(new { name = "net" }));

        var outputs = ((WireMap)answer["outputs"]).Fields;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outputs["cidr"], Is.EqualTo(new WireText("10.0.0.0/16")));
            Assert.That(outputs["password"], Is.EqualTo(new WireSecret(new WireText("pw"))));
            Assert.That(answer["secretOutputNames"], Is.EqualTo(new WireList(new WireValue[] { new WireText("password") }.ToValueList())));
        }
    }

    [Test]
    public async Task ReadStackResourceOutputs_GivesEveryResource()
    {
        var answer = await InvokeAsync("pulumi:pulumi:readStackResourceOutputs", _ => Task.FromResult<object>(new { stackName = "net" }));

        Assert.That(((WireMap)answer["outputs"]).Fields.Keys, Is.EqualTo(new[] { OneStack.Urn }));
    }

    [Test]
    public async Task Function_Unknown_SaysWhatThereIs()
    {
        var program = Calling("pulumi:pulumi:zzz", _ => Task.FromResult<object>(new { }), _ => { });

        await engine.UpAsync(program);

        Assert.That(program.Failures.Single().Detail, Does.Contain("HAI1461").And.Contain("readStackOutputs"));
    }

    [Test]
    public async Task StackReference_UnknownStack_FailsOnTheResourceWithTheOfficialWords()
    {
        var result = await engine.UpAsync(api => api.Channel.CallAsync(ResourceMonitorMethods.ReadResource, new ReadResourceRequest
        {
            Id = "organization/demo/zzz",
            Type = "pulumi:pulumi:StackReference",
            Name = "zzz",
            Parent = api.Stack,
            Properties = Fields(new { name = "organization/demo/zzz" }),
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.Events.Errors, Has.Some.StartsWith("unknown stack \"organization/demo/zzz\""));
        }
    }

    [Test]
    public async Task Stash_KeepsItsFirstValueUntilItGoes()
    {
        await engine.UpAsync(Stashing("first"));
        await engine.UpAsync(Stashing("second"));

        var stash = engine.State.Resources.Single(resource => resource.Type == "pulumi:index:Stash");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(stash.Outputs["input"]), Is.EqualTo("second"));
            Assert.That(Text(stash.Outputs["output"]), Is.EqualTo("first"));
        }

        static Func<WrittenProgram.Api, Task> Stashing(string value) =>
            api => api.RegisterAsync("pulumi:index:Stash", "kept", request => request.Object = Fields(new { input = value }));
    }

    private static string Text(WireValue value) => ((WireText)value).Value;

    private async Task<WireObject> InvokeAsync(string token, Func<WrittenProgram.Api, Task<object>> arguments)
    {
        WireObject? answer = null;
        var result = await engine.UpAsync(Calling(token, arguments, found => answer = found));
        Assert.That(result.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
        return answer!;
    }

    private static WrittenProgram Calling(string token, Func<WrittenProgram.Api, Task<object>> arguments, Action<WireObject> take) => new(async api =>
    {
        var call = new ResourceInvokeRequest { Tok = token, Args = Fields(await arguments(api)), AcceptResources = true };
        take(WireReader.FromStruct((await api.Channel.CallAsync(ResourceMonitorMethods.Invoke, call)).Return));
    });

    private sealed class OneStack : IOtherStacks
    {
        public const string Urn = "urn:pulumi:net::demo::pulumi:pulumi:Stack::demo-net";

        public Task<Deployment?> ReadAsync(string name, CancellationToken ct) => Task.FromResult(name != "net" ? null : Deployment.Empty with
        {
            Resources =
            [
                new StateResource(Urn, "pulumi:pulumi:Stack", false)
                {
                    Outputs = WireReader.FromStruct(Fields(("cidr", new WireText("10.0.0.0/16")), ("password", new WireSecret(new WireText("pw"))))),
                },
            ],
        });
    }
}
