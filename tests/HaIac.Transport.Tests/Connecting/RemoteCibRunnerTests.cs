using HaIac.Cib.Values;
using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;
using HaIac.Transport.Tests.Committing;

namespace HaIac.Transport.Tests.Connecting;

/// <summary>Remote CIB access with the answers that the CIB managers of a lab (Pacemaker 2.1.5, TLS and clear) gave, word by word.</summary>
[TestFixture]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class RemoteCibRunnerTests
{
    private const string Refused = "Could not connect to the CIB: Protocol error\nInit failed, could not perform requested operations\n";
    private const string NobodyThere = "Could not connect to the CIB: Transport endpoint is not connected\nInit failed, could not perform requested operations\n";

    private TemporaryDirectory directory = null!;

    [SetUp]
    public void WritePassword()
    {
        directory = new TemporaryDirectory();
        File.SetUnixFileMode(directory.Write("password", "hunter2\n"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [TearDown]
    public void RemovePassword() => directory.Dispose();

    [Test]
    public async Task ReadAsync_HostAnswers_ToolGetsEverythingInItsEnvironment()
    {
        var tools = new ScriptedRunner(_ => Cib());
        await using var cluster = Open(tools);

        await cluster.ReadAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tools.Commands[0].ToString(), Is.EqualTo("cibadmin --query"));
            Assert.That(tools.Commands[0].Environment.Select(e => $"{e.Key}={e.Value}"), Is.EqualTo(new[]
            {
                "CIB_server=ctl1", "CIB_port=5557", "CIB_user=hacluster", "CIB_passwd=hunter2", "CIB_encrypted=true",
            }));
        }
    }

    [Test]
    public async Task ReadAsync_FirstHostIsDown_TheNextOneIsKept()
    {
        var tools = new ScriptedRunner(command => Server(command) == "ctl1" ? Failed(102, NobodyThere) : Cib());
        await using var cluster = Open(tools);

        await cluster.ReadAsync();
        await cluster.ReadAsync();

        Assert.That(tools.Commands.Select(Server), Is.EqualTo(new[] { "ctl1", "ctl2", "ctl2" }));
    }

    [Test]
    public async Task ReadAsync_NoHostAnswers_NamesEachAndThePortToOpen()
    {
        await using var cluster = Open(new ScriptedRunner(_ => Failed(102, NobodyThere)));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        Assert.That(fault.Message, Does.Contain("HAI4002").And.Contain("ctl1").And.Contain("ctl2").And.Contain("remote-tls-port=\"5557\"").And.Not.Contain("hunter2"));
    }

    [Test]
    [Property("Correction", "L3")]
    public async Task ReadAsync_WrongPassword_IsToldAtOnceWithoutIt()
    {
        var tools = new ScriptedRunner(_ => Failed(76, Refused));
        await using var cluster = Open(tools);

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Message, Does.Contain("HAI4013").And.Contain("haclient").And.Not.Contain("hunter2"));
            Assert.That(tools.Commands, Has.Count.EqualTo(1), "each attempt takes seconds, and none would do better");
        }
    }

    [Test]
    public async Task ReadAsync_NoPassword_SaysWhereItMayCome([Values] bool readableByOthers)
    {
        if (readableByOthers)
        {
            File.SetUnixFileMode(directory.File("password"), (UnixFileMode)0b110_100_100);
        }
        else
        {
            File.Delete(directory.File("password"));
        }

        await using var cluster = Open(new ScriptedRunner(_ => Cib()));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.ReadAsync());

        Assert.That(fault.Message, Does.Contain("HAI4013").And.Contain(directory.File("password")).And.Contain(readableByOthers ? "chmod 600" : "passwordFile=FILE"));
    }

    [Test]
    public async Task PatchAsync_AnswerGetsLost_IsNotSentToTheNextHost()
    {
        var tools = new ScriptedRunner(command => command.ChangesCluster ? Failed(102, "Connection to the CIB manager lost\n") : Cib());
        await using var cluster = Open(tools);
        var before = await cluster.ReadAsync();

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.PatchAsync(Patches.AddResources(before, Patches.Vip)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.OutcomeUnknown, Is.True);
            Assert.That(tools.Commands.Count(c => c.ChangesCluster), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task CleanupAsync_NeedsANode_SaysSo()
    {
        await using var cluster = Open(new ScriptedRunner(_ => Cib()));

        var fault = await Thrown.ByAsync<TransportException>(() => cluster.CleanupAsync(CibId.Parse("vip"), null, refresh: false));

        Assert.That(fault.Message, Does.Contain("HAI4014").And.Contain("vip").And.Contain("ssh://"));
    }

    private RemoteCibTransport Open(ScriptedRunner tools) => new(
        (RemoteCibAddress)ClusterAddress.Parse("cib://ctl1,ctl2:5557?passwordFile=password", directory.Path), tools, new TransportSettings());

    private static CommandResult Cib() => new() { ExitCode = 0, Output = Wishes.EmptyCluster().ToXml() };

    private static CommandResult Failed(int exit, string errors) => new() { ExitCode = exit, Errors = errors };

    private static string Server(Command command) => command.Environment.First(e => e.Key == "CIB_server").Value;

    private sealed class ScriptedRunner(Func<Command, CommandResult> answer) : ICommandRunner
    {
        public List<Command> Commands { get; } = [];

        public Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken = default)
        {
            Commands.Add(command);
            return Task.FromResult(answer(command));
        }

        public void Distrust(string? node)
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
