namespace HaIac.Cli.Tests;

public sealed class CommandLineAppTests
{
    [TestCase("nonsense", "\"nonsense\"")]
    [TestCase("up --nonsense", "--nonsense")]
    [TestCase("stack nonsense", "\"nonsense\"")]
    [TestCase("preview --parallel many", "many")]
    public async Task Run_UnknownWord_NamesItAndFails(string arguments, string named)
    {
        using var project = new TemporaryProject();

        var result = await project.RunAsync(arguments.Split(' '));

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.StartWith("error: ").And.Contain(named).And.Contain("--help"));
    }

    [Test]
    public async Task Run_Version_PrintsIt()
    {
        using var project = new TemporaryProject();

        var result = await project.RunAsync("version");

        Assert.That(result.Out, Does.Match(@"^v\d+\.\d+\.\d+"));
        Assert.That(result.Exit, Is.Zero);
    }

    [TestCase("preview")]
    [TestCase("stack ls")]
    [TestCase("config")]
    [TestCase("cluster status")]
    public async Task Run_NoProject_SaysWhatToDo(string arguments)
    {
        using var project = new TemporaryProject();
        File.Delete(project.PathOf("Pulumi.yaml"));

        var result = await project.RunAsync(arguments.Split(' '));

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("HAI1202").And.Contain("-C").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Run_CwdOption_WorksInThatFolder()
    {
        using var project = new TemporaryProject();
        project.Write("sub/note.txt", "");
        await project.RunAsync("stack", "init", "dev");

        // The folder below finds the project above, and its state too.
        var result = await project.RunAsync("-C", "sub", "stack", "ls");

        Assert.That(result.Out, Does.Contain("dev*"));
    }

    [Test]
    public async Task Run_CwdThatIsNotThere_NamesIt()
    {
        using var project = new TemporaryProject();

        var result = await project.RunAsync("-C", "nowhere", "stack", "ls");

        Assert.That((result.Exit, result.Error), Is.EqualTo((1, result.Error)));
        Assert.That(result.Error, Does.Contain("HAI1241").And.Contain("nowhere"));
    }

    [TestCase("name: [oops", "HAI1201")]
    [TestCase("runtime: dotnet", "HAI1203")]
    [TestCase("- a\n- b", "HAI1201")]
    public async Task Run_DamagedProjectFile_NamesFileAndReason(string content, string code)
    {
        using var project = new TemporaryProject(content);

        var result = await project.RunAsync("stack", "ls");

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain(code).And.Contain("Pulumi.yaml"));
    }
}
