using HaIac.Engine.Plugins;
using HaIac.Engine.Projects;
using HaIac.Engine.State;

namespace HaIac.Engine.Tests.Projects;

public sealed class ProjectLoaderTests
{
    [Test]
    public void Load_FullFile_GivesEverythingInIt()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "Pulumi.yaml",
            """
            name: demo
            runtime:
              name: dotnet
              options:
                binary: ./app
            main: sub
            stackConfigDir: conf
            backend:
              url: file://./state
            plugins:
              providers:
                - name: haiac
                  path: plugins/haiac
                  version: 0.1.0
            config:
              size: 3
              other:region:
                value: eu
              mode:
                type: string
            """);

        var project = ProjectLoader.Load(Directory.CreateDirectory(folder.At("a/b")).FullName);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((project.Name, project.Runtime, project.RuntimeOptions["binary"]), Is.EqualTo(("demo", "dotnet", "./app")));
            Assert.That(project.ProgramDirectory, Is.EqualTo(folder.At("sub")));
            Assert.That(project.StackFilePath("dev"), Is.EqualTo(folder.At("conf/Pulumi.dev.yaml")));
            Assert.That(project.BackendUrl, Is.EqualTo("file://./state"));
            Assert.That(project.Plugins, Is.EqualTo([new ProjectPlugin("haiac", "plugins/haiac", "0.1.0")]));
            Assert.That(project.Config.Keys, Is.EqualTo(["demo:mode", "demo:size", "other:region"]));
            Assert.That(project.Config["demo:mode"].Value, Is.Null);
        }
    }

    [TestCase("runtime: dotnet", "HAI1203")]
    [TestCase("name: a b", "HAI1208")]
    [TestCase("name: a::b", "HAI1208")]
    [TestCase("name: ../b", "HAI1208")]
    [TestCase("name: ..", "HAI1208")]
    [TestCase("name: x\nplugins: {providers: [{path: y}]}", "HAI1203")]
    [TestCase("name: x\nconfig: {a: {value: 1, default: 2}}", "HAI1204")]
    [TestCase("name: x\nconfig: {a: {type: colour}}", "HAI1204")]
    [TestCase("name: x\nconfig: {a: {type: array}}", "HAI1204")]
    [TestCase("name: x\nconfig: {'n:a': {default: 2}}", "HAI1204")]
    [TestCase("name: x\nconfig: {'n:a': {value: 2, type: string}}", "HAI1204")]
    [TestCase("name: [x", "HAI1201")]
    public void Read_WrongFile_IsRefused(string content, string code)
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => ProjectLoader.Read(folder.Write("Pulumi.yaml", content)), Throws.TypeOf<StateException>().With.Property("Code").EqualTo(code));
    }

    [Test]
    public void Load_NoFile_SaysWhereItLooked()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => ProjectLoader.Load(folder.Path), Throws.TypeOf<StateException>().With.Message.Contains(folder.Path));
    }

    [Test]
    public void Selection_PerProjectAndBackend_IsKept()
    {
        using var folder = new TemporaryFolder();
        var project = new Project("demo", folder.At("Pulumi.yaml"));
        var here = new StackSelection(project, new("file://.", folder.Path), folder.At("home"));
        var there = new StackSelection(project, new("file://~", folder.Path), folder.At("home"));

        here.Set(new("demo", "dev"));
        there.Set(new("demo", "prod"));

        Assert.That((here.Get(), there.Get()), Is.EqualTo((new StackName("demo", "dev"), new StackName("demo", "prod"))));
        here.Set(null);
        Assert.That(here.Get(), Is.Null);
    }
}
