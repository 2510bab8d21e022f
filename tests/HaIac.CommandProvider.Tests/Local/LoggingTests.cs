using HaIac.CommandProvider.Tests.Kit;
using Pulumi.Experimental;
using static HaIac.CommandProvider.Packaging.PackageTypes;

namespace HaIac.CommandProvider.Tests.Local;

/// <summary>What users see of a command while it runs.</summary>
[TestFixture]
internal sealed class LoggingTests
{
    private PluginUnderTest plugin = null!;

    [SetUp]
    public void Make() => plugin = new PluginUnderTest();

    [TearDown]
    public void Remove() => plugin.Dispose();

    [TestCase(null, "err,out")]
    [TestCase("stdoutAndStderr", "err,out")]
    [TestCase("stdout", "out")]
    [TestCase("stderr", "err")]
    [TestCase("none", "")]
    public async Task Create_Logging_ShowsWhatIsAskedForAndKeepsAll(string? logging, string shown)
    {
        var inputs = Props.Of(("create", "echo out; echo err >&2"));

        var created = await plugin.CreateAsync(LocalCommand, logging is null ? inputs : inputs.SetItem("logging", Props.Value(logging)));

        Assert.That(string.Join(',', plugin.Engine.Lines.Order(StringComparer.Ordinal)), Is.EqualTo(shown));
        Assert.That((created.Outputs!.Text("stdout"), created.Outputs!.Text("stderr")), Is.EqualTo(("out", "err")));
    }

    [Test]
    public async Task Create_Lines_AreShownOneByOneWithTheirResource()
    {
        await plugin.CreateAsync(LocalCommand, Props.Of(("create", "printf 'one\\n\\ntwo\\r\\nthr'; printf 'ee'")));

        Assert.That(plugin.Engine.Lines, Is.EqualTo(new[] { "one", "two", "three" }));
        Assert.That(plugin.Engine.Messages.Select(m => (m.Severity, m.Urn?.ToString())), Is.All.EqualTo((LogSeverity.Info, "urn:pulumi:dev::demo::command:local:Command::r")));
    }

    [Test]
    public async Task Create_Lines_AreShownWhileTheCommandRuns()
    {
        var first = plugin.Engine.Await("first");

        var create = plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo first; while [ ! -e go ]; do sleep 0.02; done; echo last")));
        await first;
        plugin.Folder.Write("go", "");
        await create;

        Assert.That(plugin.Engine.Lines, Is.EqualTo(new[] { "first", "last" }));
    }

    [Test]
    public async Task Create_EngineIsSlow_NeitherHoldsTheCommandUpNorLosesOutput()
    {
        var ready = new TaskCompletionSource();
        plugin.Engine.Ready = ready.Task;

        var create = plugin.CreateAsync(LocalCommand, Props.Of(("create", "seq 1 50000; touch done")));
        await Processes.UntilAsync(() => File.Exists(plugin.Folder.At("done")));
        ready.SetResult();
        var created = await create;

        Assert.That(created.Outputs!.Text("stdout"), Is.EqualTo(string.Join('\n', Enumerable.Range(1, 50_000))));
        Assert.That((plugin.Engine.Lines.Count(), plugin.Engine.Warnings), Is.EqualTo((50_000, Array.Empty<string>())));
    }

    [Test]
    public async Task Create_CharactersSplitBetweenReads_AreShownWhole()
    {
        await plugin.CreateAsync(LocalCommand, Props.Of(("create", "printf 'gr\\303'; sleep 0.1; printf '\\274n\\n'")));

        Assert.That(plugin.Engine.Lines, Is.EqualTo(new[] { "grün" }));
    }

    [Test]
    public async Task Create_EndlessLine_IsShownInPieces()
    {
        await plugin.CreateAsync(LocalCommand, Props.Of(("create", "head -c 100000 /dev/zero | tr '\\0' 'x'")));

        Assert.That(plugin.Engine.Lines.Sum(line => line.Length), Is.EqualTo(100_000));
        Assert.That(plugin.Engine.Lines.Max(line => line.Length), Is.LessThanOrEqualTo(16 * 1024));
    }

    [Test]
    public async Task Create_SecretInTheEnvironment_MakesTheOutputSecretAndShowsNothingOfIt()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo \"token is $T\""), ("environment", Props.Map(("T", Props.Secret("hunter22"))))));

        Assert.That(plugin.Engine.Lines.Single(), Does.Contain("not shown, because an input is a secret"));
        Assert.That((created.Outputs!["stdout"].IsSecret, created.Outputs!["stderr"].IsSecret, created.Outputs!.Text("stdout")), Is.EqualTo((true, true, "token is hunter22")));
    }

    [Test]
    public async Task Create_SecretInTheEnvironmentAndLoggingIsSet_ShowsLinesWithTheSecretMasked()
    {
        await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo \"token is $T\""), ("environment", Props.Map(("T", Props.Secret("hunter22")))), ("logging", "stdout")));

        Assert.That(plugin.Engine.Lines.Single(), Is.EqualTo("token is [secret]"));
    }

    [Test]
    public async Task Update_WhatWasPrintedBeforeIsSecret_StaysSecret()
    {
        var created = await plugin.CreateAsync(LocalCommand, Props.Of(("create", "echo $T"), ("environment", Props.Map(("T", Props.Secret("hunter22"))))));

        var updated = await plugin.UpdateAsync(LocalCommand, Props.Of(("create", "echo $PULUMI_COMMAND_STDOUT")), created.Outputs!);

        Assert.That((updated["stdout"].IsSecret, updated.Text("stdout")), Is.EqualTo((true, "hunter22")));
    }
}
