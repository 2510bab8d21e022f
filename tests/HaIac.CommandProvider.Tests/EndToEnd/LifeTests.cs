using HaIac.CommandProvider.Tests.Kit;
using HaIac.Engine;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.CommandProvider.Tests.EndToEnd;

/// <summary>A program with commands through its whole life, under the engine of <c>haiac</c>.</summary>
[TestFixture]
internal sealed class LifeTests
{
    private CommandStack stack = null!;

    [SetUp]
    public void Make()
    {
        stack = new CommandStack("life");
        stack.Config["create"] = "echo create >> log; mkdir -p made; echo x > made/f; echo hello";
        stack.Config["delete"] = "echo \"delete after $PULUMI_COMMAND_STDOUT\" >> log";
    }

    [TearDown]
    public void Remove() => stack.Dispose();

    [Test]
    public async Task Stack_UpChangeReplaceDestroy_RunsEachCommandOnce()
    {
        var preview = await stack.UpAsync(preview: true);
        Assert.That((preview, File.Exists(stack.Folder.At("log"))), Is.EqualTo(("Create 3", false)));

        Assert.That(await stack.UpAsync(), Is.EqualTo("Create 3"));
        Assert.That((Log(), Output("stdout"), Output("after"), Output("assets")), Is.EqualTo(("create", "hello", "after hello", "1")));
        Assert.That(stack.Lines, Does.Contain("hello"));

        Assert.That(await stack.UpAsync(), Is.EqualTo("Same 3"));
        Assert.That(Log(), Is.EqualTo("create"), "nothing changed, so nothing ran");

        await stack.UpAsync(kind: DeploymentKind.Refresh);
        Assert.That((Log(), await stack.UpAsync()), Is.EqualTo(("create", "Same 3")), "a refresh runs nothing and finds nothing else");

        stack.Config["update"] = "echo update >> log; echo $PULUMI_COMMAND_STDOUT again";
        Assert.That(await stack.UpAsync(), Is.EqualTo("Same 1, Update 2"));
        Assert.That((Log(), Output("stdout"), Output("after")), Is.EqualTo(("create,update", "hello again", "after hello again")));

        stack.Config["trigger"] = "one";
        Assert.That(await stack.UpAsync(), Does.Contain("Replace 1"));
        Assert.That((Log(), Output("stdout")), Is.EqualTo(("create,update,create,delete after hello again", "hello")));

        Assert.That(await stack.DestroyAsync(), Is.EqualTo("Delete 3"));
        Assert.That((Log(), stack.State.Resources.Length), Is.EqualTo(("create,update,create,delete after hello again,delete after hello", 0)));
    }

    [Test]
    public async Task Stack_CommandFails_KeepsNothingOfItAndGoesOnWhenItIsMended()
    {
        stack.Config["create"] = "echo create >> log; echo the reason >&2; exit 7";

        var failed = await stack.RunAsync();
        Assert.That(failed.Succeeded, Is.False);
        Assert.That(string.Join('\n', stack.Errors), Does.Contain("HAI6103: Command failed").And.Contain("exit status 7").And.Contain("the reason").And.Contain("mend"));
        Assert.That(Commands(), Is.Empty);

        stack.Config["create"] = "echo mended";
        Assert.That(await stack.UpAsync(), Does.StartWith("Create 2"));
        Assert.That(Output("stdout"), Is.EqualTo("mended"));
    }

    [Test]
    public async Task Stack_UpdateFails_KeepsWhatWasThere()
    {
        await stack.UpAsync();
        stack.Config["update"] = "exit 7";

        var failed = await stack.RunAsync();

        Assert.That((failed.Succeeded, Output(Commands().Single(r => r.Urn.EndsWith("::command", StringComparison.Ordinal)), "stdout")), Is.EqualTo((false, "hello")));
    }

    [Test]
    public async Task Stack_SecretInTheEnvironment_StaysSecretInTheStateAndInMessages()
    {
        stack.Config["secret"] = "hunter22";
        stack.Secrets.Add("secret");
        stack.Config["create"] = "echo token $SECRET";
        await stack.UpAsync();

        var command = Commands().Single(r => r.Urn.EndsWith("::command", StringComparison.Ordinal));
        Assert.That(command.Outputs["stdout"], Is.EqualTo(new WireSecret(new WireText("token hunter22"))));
        Assert.That(string.Join('\n', stack.Lines), Does.Contain("not shown, because an input is a secret").And.Not.Contain("hunter22"));

        stack.Config["create"] = "echo token $SECRET >&2; exit 1";
        await stack.RunAsync();
        Assert.That(string.Join('\n', stack.Errors), Does.Contain("exit status 1").And.Not.Contain("hunter22"));
    }

    [Test]
    public async Task Stack_GivenUp_EndsTheCommandWithAllItStarted()
    {
        using var abort = new CancellationTokenSource();
        stack.Abort = abort.Token;
        stack.Config["create"] = "sleep 600 & echo $! > pid.new; mv pid.new pid; wait";
        var run = stack.RunAsync();
        await Processes.UntilAsync(() => File.Exists(stack.Folder.At("pid")));

        await abort.CancelAsync();

        Assert.That((await run).Succeeded, Is.False);
        await Processes.UntilAsync(() => !Processes.IsRunning(stack.Folder.Read("pid")));
    }

    [Test]
    public async Task Run_InPreviewAndUpdate_RunsBothTimes()
    {
        using var run = new CommandStack("run");

        await run.UpAsync(preview: true);
        await run.UpAsync();

        Assert.That(((WireText)run.State.Resources.Single(r => r.IsStack).Outputs["ran"]).Value, Is.EqualTo("run x"));
    }

    private string Log() => string.Join(',', File.ReadAllLines(stack.Folder.At("log")));

    private IEnumerable<StateResource> Commands() => stack.State.Resources.Where(resource => resource.Type == "command:local:Command");

    private string Output(string name) => Output(stack.State.Resources.Single(resource => resource.IsStack), name);

    private static string Output(StateResource resource, string name) => resource.Outputs[name] switch
    {
        WireText text => text.Value,
        WireNumber number => $"{number.Value}",
        var other => $"{other}",
    };
}
