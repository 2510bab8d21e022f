using System.Text.Json;

namespace HaIac.Cli.Tests.Commands;

public sealed class StackCommandTests
{
    [Test]
    public async Task Init_NewName_LeavesStateBackupSaltAndSelection()
    {
        using var project = new TemporaryProject();

        var result = await project.RunAsync("stack", "init", "dev");

        Assert.That((result.Exit, result.Error), Is.EqualTo((0, "Created stack 'dev'\n")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(project.Read(".pulumi/stacks/demo/dev.json"), Does.StartWith("""{"version":3,"checkpoint":{"stack":"organization/demo/dev",""").And.EndWith("\"metadata\":{}}}}"));
            Assert.That(File.Exists(project.PathOf(".pulumi/stacks/demo/dev.json.bak")));
            Assert.That(project.Read(".pulumi/meta.yaml"), Is.EqualTo("version: 1\n"));
            Assert.That(project.Read("Pulumi.dev.yaml"), Does.StartWith("encryptionsalt: v1:"));
            Assert.That((await project.RunAsync("stack", "ls")).Out, Does.Match(@"^NAME  LAST UPDATE\s+RESOURCE COUNT\ndev\*  "));
        }
    }

    [TestCase("dev", "HAI1135")]
    [TestCase("bad name!", "HAI1130")]
    [TestCase("other/demo/dev", "HAI1130")]
    public async Task Init_BadName_IsRefused(string name, string code)
    {
        using var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");

        var result = await project.RunAsync("stack", "init", name);

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain(code));
    }

    [Test]
    public async Task Init_NoPassphrase_NamesTheVariables()
    {
        using var project = new TemporaryProject();
        project.Variables.TryRemove("PULUMI_CONFIG_PASSPHRASE", out _);

        var result = await project.RunAsync("stack", "init", "dev");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("HAI1140").And.Contain("PULUMI_CONFIG_PASSPHRASE_FILE"));
        Assert.That(Directory.Exists(project.PathOf(".pulumi")), Is.False);
    }

    [Test]
    public async Task Select_OtherStack_IsUsedByLaterCommands()
    {
        using var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");
        await project.RunAsync("stack", "init", "prod", "--no-select");

        await project.RunAsync("stack", "select", "prod");
        await project.RunAsync("config", "set", "size", "3");

        Assert.That(project.Read("Pulumi.prod.yaml"), Does.Contain("demo:size: \"3\""));
    }

    [Test]
    public async Task Select_UnknownStack_ExitsWith6AndNamesTheOthers()
    {
        using var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");

        var result = await project.RunAsync("stack", "select", "nowhere");

        Assert.That(result.Exit, Is.EqualTo(6));
        Assert.That(result.Error, Does.Contain("HAI1132").And.Contain("dev"));
    }

    [Test]
    public async Task Select_Create_MakesIt()
    {
        using var project = new TemporaryProject();

        Assert.That((await project.RunAsync("stack", "select", "-c", "dev")).Exit, Is.Zero);
        Assert.That(File.Exists(project.PathOf(".pulumi/stacks/demo/dev.json")));
    }

    [Test]
    public async Task Stack_ByVariable_WinsOverTheSelection()
    {
        using var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");
        await project.RunAsync("stack", "init", "prod");
        project.Variables["PULUMI_STACK"] = "dev";

        await project.RunAsync("config", "set", "size", "3");

        Assert.That(project.Read("Pulumi.dev.yaml"), Does.Contain("demo:size"));
    }

    [Test]
    public async Task List_Json_HasNamesAndCounts()
    {
        using var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");

        using var document = JsonDocument.Parse((await project.RunAsync("stack", "ls", "--json")).Out);

        var entry = document.RootElement[0];
        Assert.That((entry.GetProperty("name").GetString(), entry.GetProperty("current").GetBoolean(), entry.GetProperty("resourceCount").GetInt32()), Is.EqualTo(("dev", true, 0)));
    }

    [Test]
    public async Task Remove_EmptyStack_KeepsItsBackupAndForgetsTheRest()
    {
        using var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");

        var result = await project.RunAsync("stack", "rm", "dev", "--yes");

        Assert.That((result.Exit, result.Out), Is.EqualTo((0, "Stack 'dev' has been removed!\n")));
        Assert.That(File.Exists(project.PathOf(".pulumi/stacks/demo/dev.json")), Is.False);
        Assert.That(File.Exists(project.PathOf(".pulumi/stacks/demo/dev.json.bak")));
        Assert.That(File.Exists(project.PathOf("Pulumi.dev.yaml")), Is.False);
    }

    [Test]
    public async Task Remove_StackWithResources_IsRefusedUnlessForced()
    {
        using var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");
        AddState(project, Stack("{}"), """{"urn":"urn:pulumi:dev::demo::a:b:C::x","custom":true,"id":"i","type":"a:b:C"}""");

        var refused = await project.RunAsync("stack", "rm", "dev", "--yes");
        var forced = await project.RunAsync("stack", "rm", "dev", "--yes", "--force");

        Assert.That((refused.Exit, forced.Exit), Is.EqualTo((1, 0)));
        Assert.That(refused.Error, Does.Contain("HAI1136").And.Contain("haiac destroy"));
    }

    [Test]
    public async Task Remove_NobodyToAsk_IsRefused()
    {
        using var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");

        Assert.That((await project.RunAsync("stack", "rm", "dev")).Exit, Is.EqualTo(1));
        Assert.That((await project.RunAsync("no\n", ["stack", "rm", "dev"])).Exit, Is.EqualTo(1));
        Assert.That((await project.RunAsync("yes\n", ["stack", "rm", "dev"])).Exit, Is.Zero);
    }

    [Test]
    public async Task Output_Forms_ShowValuesAndMaskSecrets()
    {
        using var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");
        AddState(project, Stack("""{"endpoint":"http://x y","list":[1,2],"pw":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","plaintext":"\"hush\""}}"""));

        var table = await project.RunAsync("stack", "output");
        var one = await project.RunAsync("stack", "output", "endpoint");
        var shell = await project.RunAsync("stack", "output", "--shell");
        var json = await project.RunAsync("stack", "output", "--json");
        var clear = await project.RunAsync("stack", "output", "pw", "--show-secrets");
        var missing = await project.RunAsync("stack", "output", "nope");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Out, Is.EqualTo("Current stack outputs (3):\n    OUTPUT    VALUE\n    endpoint  http://x y\n    list      [1,2]\n    pw        hush\n").Or.Contain("[secret]"));
            Assert.That(one.Out, Is.EqualTo("http://x y\n"));
            Assert.That(shell.Out, Does.Contain("endpoint='http://x y'\n").And.Contain("list='[1,2]'\n"));
            Assert.That(JsonDocument.Parse(json.Out).RootElement.GetProperty("list")[1].GetInt32(), Is.EqualTo(2));
            Assert.That(clear.Out, Is.EqualTo("hush\n"));
            Assert.That((missing.Exit, missing.Error.Contains("endpoint, list, pw", StringComparison.Ordinal)), Is.EqualTo((1, true)));
        }
    }

    private static string Stack(string outputs) =>
        $$"""{"urn":"urn:pulumi:dev::demo::pulumi:pulumi:Stack::demo-dev","custom":false,"type":"pulumi:pulumi:Stack","outputs":{{outputs}}}""";

    private static void AddState(TemporaryProject project, params string[] resources)
    {
        var state = project.Read(".pulumi/stacks/demo/dev.json");
        project.Write(".pulumi/stacks/demo/dev.json", state.Replace("\"metadata\":{}", $"\"resources\":[{string.Join(',', resources)}],\"metadata\":{{}}", StringComparison.Ordinal));
    }
}
