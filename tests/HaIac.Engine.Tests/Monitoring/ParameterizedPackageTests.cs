using Google.Protobuf;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Monitoring;

/// <summary>Packages that the plugin of another one serves once it is told what to be.</summary>
[TestFixture, CancelAfter(60_000)]
internal sealed class ParameterizedPackageTests
{
    private EngineHarness engine = null!;

    [SetUp]
    public void SetUp() => engine = new EngineHarness();

    [TearDown]
    public async Task TearDown() => await engine.DisposeAsync();

    [Test]
    public async Task Up_ThenDestroy_ThePluginIsToldBothTimes()
    {
        var up = await engine.UpAsync(UseAsync);
        var told = engine.Requests.OfType<ParameterizeRequest>().Single().Value;
        var provider = engine.State.Resources.Single(resource => resource.IsProvider);
        var destroy = await engine.DestroyAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(up.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
            Assert.That((told.Name, told.Version, told.Value.ToStringUtf8()), Is.EqualTo(("sub", "2.0.0", "p=1")));
            Assert.That(provider.Urn, Does.EndWith("pulumi:providers:sub::default_2_0_0"));
            Assert.That(provider.Inputs["version"], Is.EqualTo(new WireText("2.0.0")));
            Assert.That(
                ((WireMap)provider.Inputs["__internal"]).Fields,
                Is.EqualTo(WireReader.FromStruct(WrittenProgram.Api.Fields(new { name = "kit", version = "1.0.0", parameterization = "cD0x" }))));
            Assert.That(destroy.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
            Assert.That(engine.Requests.OfType<ParameterizeRequest>().Count(), Is.EqualTo(1));
            Assert.That(engine.World.Objects, Is.Empty);
        }
    }

    [Test]
    public async Task Register_SamePackageTwice_GivesTheSameReference()
    {
        var references = new List<string>();
        await engine.UpAsync(async api =>
        {
            references.Add(await ReferenceAsync(api, "p=1"));
            references.Add(await ReferenceAsync(api, "p=1"));
            references.Add(await ReferenceAsync(api, "p=2"));
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(references[1], Is.EqualTo(references[0]));
            Assert.That(references[2], Is.Not.EqualTo(references[0]));
        }
    }

    [Test]
    public async Task Register_Nameless_IsRefused()
    {
        var program = new WrittenProgram(api => api.Channel.CallAsync(ResourceMonitorMethods.RegisterPackage, new RegisterPackageRequest()));

        await engine.UpAsync(program);

        Assert.That(program.Failures.Single().Detail, Does.Contain("no name"));
    }

    private static async Task UseAsync(WrittenProgram.Api api)
    {
        var reference = await ReferenceAsync(api, "p=1");
        await api.RegisterAsync("sub:index:Thing", "a", request => request.PackageRef = reference);
        await api.RegisterAsync("sub:index:Thing", "b", request => request.PackageRef = reference);
    }

    private static async Task<string> ReferenceAsync(WrittenProgram.Api api, string value) =>
        (await api.Channel.CallAsync(ResourceMonitorMethods.RegisterPackage, new RegisterPackageRequest
        {
            Name = "kit",
            Version = "1.0.0",
            Parameterization = new Parameterization { Name = "sub", Version = "2.0.0", Value = ByteString.CopyFromUtf8(value) },
        })).Ref;
}
