using HaIac.CommandProvider.Tests.Kit;
using static HaIac.CommandProvider.Packaging.PackageTypes;

namespace HaIac.CommandProvider.Tests.Local;

/// <summary>Local commands in a real shell.</summary>
[TestFixture]
internal sealed class LocalCommandTests
{
    private PluginUnderTest plugin = null!;

    [SetUp]
    public void Make() => plugin = new PluginUnderTest();

    [TearDown]
    public void Remove() => plugin.Dispose();

    [Test]
    public async Task Create_Command_RunsInTheProgramsFolderAndKeepsItsOutput()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "pwd; echo oops >&2; echo; echo")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Id, Does.Match("^r[0-9a-f]{8}$"));
            Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo(plugin.Folder.Path + "\n\n"), "one line end is taken away");
            Assert.That(created.Outputs!.Text("stderr"), Is.EqualTo("oops"));
            Assert.That(created.Outputs!.Text("create"), Does.StartWith("pwd"));
        }
    }

    [Test]
    public async Task Create_Environment_IsAddedToThatOfTheEngine()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo \"$A|$HOME\""), ("environment", Props.Map(("A", "it's \"a\" $HOME")))));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo($"it's \"a\" $HOME|{Environment.GetEnvironmentVariable("HOME")}"));
    }

    [Test]
    public async Task Create_InterpreterDirAndStdin_AreUsed()
    {
        Directory.CreateDirectory(plugin.Folder.At("below"));

        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "first"), ("interpreter", new[] { "/bin/sh", "-c", "pwd; cat; echo $0" }), ("dir", "below"), ("stdin", "fed")));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo($"{plugin.Folder.At("below")}\nfedfirst"));
    }

    [Test]
    public async Task Create_BigInput_ReachesTheCommandWhole()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "wc -c"), ("stdin", new string('x', 5_000_000))));

        Assert.That(created.Outputs!.Text("stdout").Trim(), Is.EqualTo("5000000"));
    }

    [Test]
    public async Task Create_InputThatIsNotRead_IsNoFault()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "exec <&-; echo done"), ("stdin", new string('x', 5_000_000))));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("done"));
    }

    [Test]
    public async Task Create_BigOutput_IsKeptWhole()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "head -c 10000000 /dev/zero | tr '\\0' 'x'"), ("logging", "none")));

        Assert.That(created.Outputs!.Text("stdout"), Has.Length.EqualTo(10_000_000));
    }

    [Test]
    public async Task Create_OutputThatIsNoText_IsKeptAsFarAsItIs()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "printf 'a\\377b'")));

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo("a\ufffdb"));
    }

    [Test]
    public async Task Create_NoCommandForIt_RunsNothing()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("delete", "echo gone > gone")));

        Assert.That((created.Outputs!.Text("stdout"), plugin.Engine.Messages.Count), Is.EqualTo(("", 0)));
    }

    [Test]
    public async Task Create_NoCommandAtAll_IsWarnedOf()
    {
        await plugin.CreateAsync(LocalCommand, Props.Of(("dir", ".")));

        Assert.That(plugin.Engine.Warnings.Single(), Does.Contain("none of create, update and delete is set"));
    }

    [Test]
    public async Task Create_Preview_RunsNothingAndLeavesOutputsOpen()
    {
        var preview = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "touch made"), ("assetPaths", new[] { "*" })), preview: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.Exists(plugin.Folder.At("made")), Is.False);
            Assert.That(new[] { "stdout", "stderr", "assets" }.Select(name => preview.Outputs![name].IsComputed), Is.All.True);
            Assert.That(preview.Outputs!, Does.Not.ContainKey("archive"));
        }
    }

    [Test]
    public async Task Create_UnknownInputs_ArePreviewed()
    {
        var preview = await plugin.CreateAsync(
            LocalCommand, Props.Of(("create", Pulumi.Experimental.PropertyValue.Computed), ("environment", Props.Map(("A", Pulumi.Experimental.PropertyValue.Computed)))), preview: true);

        Assert.That(preview.Outputs!["stdout"].IsComputed, Is.True);
    }

    [Test]
    public async Task Update_WithItsOwnCommand_RunsThatWithWhatWasPrintedBefore()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo one; echo err >&2"), ("update", "echo $PULUMI_COMMAND_STDOUT/$PULUMI_COMMAND_STDERR two")));

        var updated = await plugin.UpdateAsync(LocalCommand, Props.Of(("create", "false"), ("update", "echo $PULUMI_COMMAND_STDOUT/$PULUMI_COMMAND_STDERR two")), created.Outputs!);

        Assert.That(updated.Text("stdout"), Is.EqualTo("one/err two"));
    }

    [Test]
    public async Task Update_WithoutACommandOfItsOwn_RunsCreateAgain()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo one")));

        var updated = await plugin.UpdateAsync(LocalCommand, Props.Of(("create", "echo $PULUMI_COMMAND_STDOUT again")), created.Outputs!);

        Assert.That(updated.Text("stdout"), Is.EqualTo("one again"));
    }

    [Test]
    public async Task Update_WithoutAnyCommand_KeepsWhatWasPrinted()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo one")));

        var updated = await plugin.UpdateAsync(LocalCommand, Props.Of(("delete", "true")), created.Outputs!);

        Assert.That(updated.Text("stdout"), Is.EqualTo("one"));
    }

    [Test]
    public async Task Update_PreviousOutputNotWanted_IsNotInTheEnvironment()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo one")));

        var updated = await plugin.UpdateAsync(LocalCommand, Props.Of(("create", "echo \"<$PULUMI_COMMAND_STDOUT>\""), ("addPreviousOutputInEnv", false)), created.Outputs!);

        Assert.That(updated.Text("stdout"), Is.EqualTo("<>"));
    }

    [Test]
    public async Task Update_PreviousOutputTooLongForAVariable_IsLeftOutWithAWarning()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "head -c 200000 /dev/zero | tr '\\0' 'x'"), ("logging", "none")));

        var updated = await plugin.UpdateAsync(LocalCommand, Props.Of(("create", "echo \"<$PULUMI_COMMAND_STDOUT>\"")), created.Outputs!);

        Assert.That(updated.Text("stdout"), Is.EqualTo("<>"));
        Assert.That(plugin.Engine.Warnings.Single(), Does.Contain("PULUMI_COMMAND_STDOUT is not set"));
    }

    [Test]
    public async Task Delete_Command_RunsWithWhatWasPrintedBefore()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo made"), ("delete", "echo $PULUMI_COMMAND_STDOUT > gone")));

        await plugin.DeleteAsync(LocalCommand, created.Outputs!);

        Assert.That(plugin.Folder.Read("gone"), Is.EqualTo("made\n"));
    }

    [Test]
    public async Task Delete_NoCommandForIt_RunsNothing()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo $$ >> runs")));

        await plugin.DeleteAsync(LocalCommand, created.Outputs!);

        Assert.That(File.ReadAllLines(plugin.Folder.At("runs")), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Read_Always_AnswersTheStateAsItIs()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo one")));

        var read = await plugin.ReadAsync(LocalCommand, created.Id!, created.Outputs!);

        Assert.That((read.Id, read.Outputs!.Text("stdout")), Is.EqualTo((created.Id, "one")));
    }
}
