using HaIac.CommandProvider.Tests.Kit;
using static HaIac.CommandProvider.Packaging.PackageTypes;

namespace HaIac.CommandProvider.Tests.Local;

/// <summary>The function <c>local:run</c>.</summary>
[TestFixture]
internal sealed class RunFunctionTests
{
    private PluginUnderTest plugin = null!;

    [SetUp]
    public void Make() => plugin = new PluginUnderTest();

    [TearDown]
    public void Remove() => plugin.Dispose();

    [Test]
    public async Task Invoke_Command_AnswersArgumentsAndOutput()
    {
        var answer = await plugin.RunAsync(Props.Of(("command", "echo \"$A\" > f; echo ran"), ("environment", Props.Map(("A", "a"))), ("assetPaths", new[] { "f" })));

        Assert.That(answer.Return!.Keys.Order(StringComparer.Ordinal), Is.EqualTo(new[] { "assetPaths", "assets", "command", "environment", "stderr", "stdout" }));
        Assert.That((answer.Return!.Text("stdout"), plugin.Folder.Read("f")), Is.EqualTo(("ran", "a\n")));
    }

    [Test]
    public async Task Invoke_WithoutCommand_SaysWhatIsMissing()
    {
        var answer = await plugin.RunAsync(Props.Of(("stdin", "x")));

        Assert.That(answer.Failures!.Single().Reason, Does.Contain("HAI6002").And.Contain("command is not set"));
    }

    [Test]
    public async Task Invoke_CommandFails_SaysSo()
    {
        var message = await PluginUnderTest.FailureOfAsync(plugin.RunAsync(Props.Of(("command", "echo why >&2; exit 2"))));

        Assert.That(message, Does.Contain("The command for run ended with exit status 2").And.Contain("function command:local:run").And.Contain("why"));
    }

    [Test]
    public async Task Invoke_AnotherFunction_ListsTheFunctions()
    {
        var message = await PluginUnderTest.FailureOfAsync(plugin.InvokeAsync("command:local:Run", []));

        Assert.That(message, Does.Contain("HAI6005").And.Contain($"Did you mean {LocalRun}?"));
    }
}
