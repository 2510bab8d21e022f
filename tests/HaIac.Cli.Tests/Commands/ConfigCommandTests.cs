using System.Text.Json;

namespace HaIac.Cli.Tests.Commands;

public sealed class ConfigCommandTests
{
    [Test]
    public async Task Set_Values_StandInTheFileAndTheList()
    {
        using var project = await ProjectAsync();
        await project.RunAsync("config", "set", "name", "web");
        await project.RunAsync("config", "set", "count", "42");
        await project.RunAsync("config", "set", "kit:region", "eu");

        Assert.That(project.Read("Pulumi.dev.yaml"), Does.EndWith("config:\n  demo:name: web\n  demo:count: \"42\"\n  kit:region: eu\n"));
        Assert.That((await project.RunAsync("config")).Out, Is.EqualTo("KEY         VALUE\ncount       42\nname        web\nkit:region  eu\n"));
    }

    [Test]
    public async Task Set_Secret_IsEncryptedListedMaskedAndGotInClear()
    {
        using var project = await ProjectAsync();

        await project.RunAsync("config", "set", "--secret", "pass", "hush");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(project.Read("Pulumi.dev.yaml"), Does.Contain("  demo:pass:\n    secure: v1:").And.Not.Contain("hush"));
            Assert.That((await project.RunAsync("config")).Out, Does.Contain("[secret]").And.Not.Contain("hush"));
            Assert.That((await project.RunAsync("config", "--show-secrets")).Out, Does.Contain("hush"));
            Assert.That((await project.RunAsync("config", "get", "pass")).Out, Is.EqualTo("hush\n"));
            Assert.That((await project.RunAsync("config", "--json")).Out, Does.Contain("\"secret\": true").And.Not.Contain("value"));
        }
    }

    [Test]
    public async Task Set_SecretFromInput_IsNotOnTheCommandLine()
    {
        using var project = await ProjectAsync();

        await project.RunAsync("typed\n", ["config", "set", "--secret", "pass"]);

        Assert.That((await project.RunAsync("config", "get", "pass")).Out, Is.EqualTo("typed\n"));
    }

    [Test]
    public async Task Set_SecretOfManyLinesFromInput_IsTakenWhole()
    {
        using var project = await ProjectAsync();

        await project.PipeAsync("-----BEGIN\nkey\n-----END\n", ["config", "set", "--secret", "key"]);

        Assert.That((await project.RunAsync("config", "get", "key")).Out, Is.EqualTo("-----BEGIN\nkey\n-----END\n"));
    }

    [Test]
    public async Task Set_LooksLikeASecret_IsRefusedWithoutShowingIt()
    {
        using var project = await ProjectAsync();

        var result = await project.RunAsync("config", "set", "token", "ghp0123456789abcdef");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("--secret").And.Contain("--plaintext").And.Not.Contain("ghp0123"));
        Assert.That((await project.RunAsync("config", "set", "--plaintext", "token", "ghp0123456789abcdef")).Exit, Is.Zero);
    }

    [Test]
    public async Task Set_Path_MakesMapsListsAndBareValues()
    {
        using var project = await ProjectAsync();
        await project.RunAsync("config", "set", "--path", "obj.inner[0]", "first");
        await project.RunAsync("config", "set", "--path", "obj.flag", "true");
        await project.RunAsync("config", "set", "--path", "--secret", "obj.deep.secret", "s");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(project.Read("Pulumi.dev.yaml"), Does.Contain("  demo:obj:\n    inner:\n      - first\n    flag: true\n    deep:\n      secret:\n        secure: v1:"));
            Assert.That((await project.RunAsync("config")).Out, Does.Contain("""{"deep":{"secret":"[secret]"},"flag":true,"inner":["first"]}"""));
            Assert.That((await project.RunAsync("config", "get", "--path", "obj.inner[0]")).Out, Is.EqualTo("first\n"));
            Assert.That((await project.RunAsync("config", "get", "obj")).Out, Is.EqualTo("""{"deep":{"secret":"s"},"flag":true,"inner":["first"]}""" + "\n"));
        }
    }

    [Test]
    public async Task Set_FileWithComments_KeepsThemAndTheOrder()
    {
        using var project = await ProjectAsync();
        var salt = project.Read("Pulumi.dev.yaml");
        project.Write("Pulumi.dev.yaml", "# ours\n" + salt + "config: # all of it\n  # how many\n  demo:size: 3\n\n  demo:name: web # who\n# end\n");

        await project.RunAsync("config", "set", "size", "4");

        Assert.That(project.Read("Pulumi.dev.yaml"), Is.EqualTo("# ours\n" + salt + "config: # all of it\n  # how many\n  demo:size: \"4\"\n\n  demo:name: web # who\n# end\n"));
    }

    [Test]
    public async Task Get_AbsentKey_FailsAndSaysHowToSetIt()
    {
        using var project = await ProjectAsync();

        var result = await project.RunAsync("config", "get", "absent");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("\"absent\"").And.Contain("haiac config set absent"));
    }

    [Test]
    public async Task Remove_Key_LeavesTheOthers()
    {
        using var project = await ProjectAsync();
        await project.RunAsync("config", "set", "a", "x");
        await project.RunAsync("config", "set", "b", "y");

        Assert.That((await project.RunAsync("config", "rm", "a")).Exit, Is.Zero);
        Assert.That((await project.RunAsync("config", "rm", "absent")).Exit, Is.Zero);
        Assert.That((await project.RunAsync("config")).Out, Is.EqualTo("KEY  VALUE\nb    y\n"));
    }

    [Test]
    public async Task Set_WrongPassphrase_ChangesNothing()
    {
        using var project = await ProjectAsync();
        var before = project.Read("Pulumi.dev.yaml");
        project.Variables["PULUMI_CONFIG_PASSPHRASE"] = "wrong";

        var result = await project.RunAsync("config", "set", "--secret", "two", "x");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("HAI1141").And.Not.Contain("wrong\n"));
        Assert.That(project.Read("Pulumi.dev.yaml"), Is.EqualTo(before));
    }

    [TestCase("a:b:c")]
    [TestCase(":b")]
    public async Task Set_BadKey_IsRefused(string key)
    {
        using var project = await ProjectAsync();

        Assert.That((await project.RunAsync("config", "set", key, "x")).Error, Does.Contain("HAI1230"));
    }

    [Test]
    public async Task List_ProjectDefaults_AreShown()
    {
        using var project = new TemporaryProject("name: demo\nruntime: dotnet\nbackend: {url: 'file://.'}\nconfig:\n  size: 3\n  demo:mode: {type: string, default: fast}\n");
        await project.RunAsync("stack", "init", "dev");

        using var document = JsonDocument.Parse((await project.RunAsync("config", "--json")).Out);

        Assert.That(document.RootElement.GetProperty("demo:mode").GetProperty("value").GetString(), Is.EqualTo("fast"));
        Assert.That(document.RootElement.GetProperty("demo:size").GetProperty("value").GetString(), Is.EqualTo("3"));
    }

    private static async Task<TemporaryProject> ProjectAsync()
    {
        var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");
        return project;
    }
}
