using System.Collections.Immutable;
using Moq;
using Pulumi.Command.Local;
using Pulumi.Command.Remote.Inputs;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Command.Tests;

/// <summary>Tests as users write them for programs with commands: mocks in place of the engine.</summary>
[TestFixture]
public sealed class MockTests
{
    private readonly Mock<IMocks> mocks = new();

    [SetUp]
    public void Answer()
    {
        mocks.Reset();
        mocks.Setup(m => m.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync((MockResourceArgs args) =>
            (args.Name + "-id", (object)args.Inputs.SetItem("stdout", "out of " + args.Name).SetItem("stderr", "")));
        mocks.Setup(m => m.CallAsync(It.IsAny<MockCallArgs>())).ReturnsAsync((MockCallArgs args) =>
            args.Args.SetItem("stdout", "ran").SetItem("stderr", "").SetItem("assets", new Dictionary<string, object> { ["a.txt"] = new FileAsset("a.txt") }));
    }

    [Test]
    public async Task LocalCommand_Created_HasItsInputsAndOutput()
    {
        var resources = await TestAsync(() => new Local.Command("c", new()
        {
            Create = "echo",
            Environment = { ["A"] = "a" },
            Logging = Local.Logging.None,
            Triggers = new object[] { "one", 2 },
        }));

        var command = resources.OfType<Local.Command>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ValueOf(command.Stdout), Is.EqualTo("out of c"));
            Assert.That(await ValueOf(command.Environment), Is.EqualTo(ImmutableDictionary<string, string>.Empty.Add("A", "a")));
            Assert.That(await ValueOf(command.Logging), Is.EqualTo(Local.Logging.None));
            Assert.That(await ValueOf(command.Triggers), Is.EqualTo(new object[] { "one", 2.0 }));
            Assert.That(await ValueOf(command.AddPreviousOutputInEnv), Is.True);
            Assert.That(await ValueOf(command.Update), Is.Null);
        }
    }

    [Test]
    public async Task RemoteCommand_Connection_ComesBackTyped()
    {
        var resources = await TestAsync(() => new Remote.Command("r", new()
        {
            Create = "uptime",
            Connection = new ConnectionArgs { Host = "ctl1", Password = "secret", Proxy = new ProxyConnectionArgs { Host = "bastion" } },
        }));

        var connection = resources.OfType<Remote.Command>().Single().Connection;
        var value = await ValueOf(connection);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((value.Host, value.Port, value.User, value.DialErrorLimit, value.PerDialTimeout, value.Password), Is.EqualTo(("ctl1", 22.0, "root", 10, 15, "secret")));
            Assert.That(value.Proxy!.Host, Is.EqualTo("bastion"));
        }
    }

    [Test]
    public async Task Run_Invoked_AnswersWhatWasPrinted()
    {
        var answers = new List<string>();

        await Deployment.TestAsync(
            mocks.Object,
            new TestOptions { IsPreview = false },
            async Task () =>
            {
                var result = await Run.InvokeAsync(new RunArgs { Command = "echo", Environment = { ["A"] = "a" } });
                answers.Add($"{result.Stdout} {result.Command} {result.Environment!["A"]} {result.Assets!.Count}");
            });

        Assert.That(answers, Is.EqualTo(new[] { "ran echo a 1" }));
    }

    [Test]
    public void Secrets_InAConnection_StayNullWhereNothingIsSet()
    {
        var args = new ConnectionArgs { Host = "ctl1", Password = null };

        Assert.That((args.Password, args.PrivateKey), Is.EqualTo(((Input<string>?)null, (Input<string>?)null)));
    }

    private static Task<T> ValueOf<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    private async Task<ImmutableArray<Resource>> TestAsync(Action program) =>
        await Deployment.TestAsync(mocks.Object, new TestOptions { IsPreview = false }, program);
}
