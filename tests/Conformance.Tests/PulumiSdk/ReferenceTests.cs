namespace Conformance.Tests.PulumiSdk;

/// <summary>With PulumiSdk=official no project may get two assemblies named Pulumi: the package's and the bundled one.</summary>
internal sealed class ReferenceTests
{
    [Test]
    public void Project_Never_ReachesBothImplementations()
    {
        var both = ProjectGraph.Projects
            .Where(p => ProjectGraph.Closure(p).Any(ProjectGraph.Switches) && ProjectGraph.Closure(p).Any(ProjectGraph.IsBundled));

        Assert.That(both, Is.Empty, "Set UsesPulumi instead of a reference to sdk/Pulumi, or only build and run what switches (ReferenceOutputAssembly=\"false\").");
    }

    [TestCase("provider/HaIac.Provider", false)]
    [TestCase("provider/HaIac.CommandProvider", false)]
    [TestCase("sdk/HaIac", true)]
    [TestCase("examples/Quickstart", true)]
    [TestCase("tests/EndToEnd.Program", true)]
    public void Project_Always_SwitchesUnlessItIsAPlugin(string folder, bool switches)
    {
        var project = $"{folder}/{Path.GetFileName(folder)}.csproj";

        Assert.That(ProjectGraph.Closure(project).Any(ProjectGraph.Switches), Is.EqualTo(switches));
        Assert.That(ProjectGraph.Closure(project).Any(ProjectGraph.IsBundled), Is.Not.EqualTo(switches));
    }
}
