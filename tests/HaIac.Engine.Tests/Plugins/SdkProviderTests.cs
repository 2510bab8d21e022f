using System.Runtime.Versioning;
using HaIac.Engine.Plugins;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Plugins;

/// <summary>Providers that are made with our SDK, as processes that our engine finds and starts.</summary>
[UnsupportedOSPlatform("windows"), Platform(Exclude = "Win", Reason = "The plugin is started by a script of a shell.")]
internal sealed class SdkProviderTests
{
    [TestCase("throws", "Create failed: thrown on purpose second line (InvalidOperationException)")]
    [TestCase("faults", "faulted on purpose")]
    [TestCase("no task", "Create failed: the provider gave null where a task belongs")]
    [TestCase("no answer", "Create failed: the provider answered null")]
    [TestCase("huge text", "xxxxxxxxxx")]
    [TestCase("unhealthy", "sick on purpose")]
    public async Task Create_ProviderMisbehaves_FailsThatResourceOnlyAndTheProviderLivesOn(string how, string text)
    {
        await using var engine = new EngineHarness();
        var program = new WrittenProgram(async api =>
        {
            var before = await Thing(api, "before", "well");
            await Thing(api, "bad", how);
            var after = await Thing(api, "after", "well");
            Assert.That((before.Id, after.Id), Is.EqualTo(("before", "after")));
        });

        var result = await engine.RunAsync(DeploymentKind.Update, program, request => request with { ContinueOnError = true, Plugins = Search(engine, "echo", "") });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.State.Resources.Select(r => r.Urn.Split("::")[^1]), Does.Contain("before").And.Contain("after"));
            Assert.That(string.Join('\n', engine.Events.Errors), Does.Contain(text));
        }
    }

    [Test]
    public async Task Construct_ComponentOfTheHost_IsMadeInTheOtherProcessAndDestroyed()
    {
        await using var engine = new EngineHarness();
        RegisterResourceResponse? answer = null;
        var program = new WrittenProgram(async api => answer = await api.RegisterAsync("shop:index:Stall", "s", request =>
        {
            request.Custom = false;
            request.Remote = true;
            request.Object = WrittenProgram.Api.Fields(new { title = "Corner", sizes = new[] { 1, 2 } });
        }));
        var plugins = Search(engine, "shop", "--components");

        var up = await engine.RunAsync(DeploymentKind.Update, program, request => request with { Plugins = plugins });
        var made = engine.State.Resources.Select(r => $"{r.Type} {r.Urn.Split("::")[^1]}").ToArray();
        var down = await engine.RunAsync(DeploymentKind.Destroy, null, request => request with { Plugins = plugins });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(up.Succeeded, Is.True, string.Join('\n', engine.Events.Errors));
            Assert.That(answer!.Object.Fields["sign"].StringValue, Is.EqualTo("Corner!"));
            Assert.That(answer.Object.Fields["total"].NumberValue, Is.EqualTo(3));
            Assert.That(WireReader.FromStruct(answer.Object)["secret"], Is.EqualTo(new WireSecret(new WireText("Corner-secret"))));
            Assert.That(made, Does.Contain("shop:index:Stall s").And.Contain("shop:index:Awning s-awning"));
            Assert.That(down.Succeeded, Is.True);
            Assert.That(engine.State.Resources, Is.Empty);
        }
    }

    [Test]
    public async Task Construct_InputsDoNotFit_TheUserReadsEachOfThem()
    {
        await using var engine = new EngineHarness();
        var program = new WrittenProgram(api => api.RegisterAsync("shop:index:Stall", "s", request =>
        {
            request.Custom = false;
            request.Remote = true;
            request.Object = WrittenProgram.Api.Fields(new { sizes = new[] { "big" } });
        }));

        var up = await engine.RunAsync(DeploymentKind.Update, program, request => request with { Plugins = Search(engine, "shop", "--components") });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(up.Succeeded, Is.False);
            Assert.That(program.Failures.Single().Detail, Does.Contain("sizes[0] is of kind String, but Int32 takes Number")
                .And.Contain("title is missing, but StallArgs requires it"));
        }
    }

    private static Task<RegisterResourceResponse> Thing(WrittenProgram.Api api, string name, string how) =>
        api.RegisterAsync("echo:index:Thing", name, request => request.Object = WireWriter.ToStruct(
            WireObject.Create([KeyValuePair.Create("how", (WireValue)new WireText(how))]), WireMarshalOptions.Everything));

    private static PluginSearch Search(EngineHarness engine, string package, string flag)
    {
        var folder = Directory.CreateDirectory(Path.Combine(engine.Folder, package)).FullName;
        var file = Path.Combine(folder, $"pulumi-resource-{package}");
        File.WriteAllText(file, $"#!/bin/sh\nexec dotnet \"{Path.Combine(AppContext.BaseDirectory, "Pulumi.TestProvider.dll")}\" {flag} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new PluginSearch { ProjectDirectory = engine.Folder, ProjectPlugins = [new ProjectPlugin(package, folder)] };
    }
}
