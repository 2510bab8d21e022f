using System.Xml.Linq;

namespace Conformance.Tests.PulumiSdk;

/// <summary>With PulumiSdk=official no project may get two assemblies named Pulumi: the package's and the bundled one.</summary>
internal sealed class ReferenceTests
{
    private static readonly Dictionary<string, XDocument> Projects = Directory
        .EnumerateFiles(ScratchCheckout.FindOrigin(), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(Path.GetFullPath, f => XDocument.Load(f), StringComparer.Ordinal);

    [Test]
    public void Project_Never_ReachesBothImplementations()
    {
        var both = Projects.Keys.Where(p => Closure(p).Any(Switches) && Closure(p).Any(IsBundled)).Select(Path.GetFileNameWithoutExtension);

        Assert.That(both, Is.Empty, "Set UsesPulumi instead of a reference to sdk/Pulumi, or do without what switches.");
    }

    [TestCase("HaIac.Provider", false)]
    [TestCase("HaIac", true)]
    [TestCase("Quickstart", true)]
    [TestCase("EndToEnd.Program", true)]
    public void Project_ThatRunsInAProcessOfItsOwn_StaysWithTheBundledApi(string name, bool switches)
    {
        var project = Projects.Keys.Single(p => Path.GetFileNameWithoutExtension(p) == name);

        Assert.That(Closure(project).Any(Switches), Is.EqualTo(switches));
        Assert.That(Closure(project).Any(IsBundled), Is.Not.EqualTo(switches));
    }

    private static bool Switches(string project)
        => Projects[project].Descendants().Any(e => e.Name.LocalName is "UsesPulumi" or "UsesPulumiCommand" && e.Value == "true");

    private static bool IsBundled(string project) => Path.GetFileName(project) == "Pulumi.csproj";

    private static HashSet<string> Closure(string project)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { project };
        var open = new Stack<string>([project]);
        while (open.TryPop(out var next))
        {
            var references = Projects[next].Descendants("ProjectReference")
                .Where(r => (string?)r.Attribute("ReferenceOutputAssembly") != "false")
                .Select(r => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(next)!, ((string)r.Attribute("Include")!).Replace('\\', '/'))));
            foreach (var reference in references.Where(reached.Add))
            {
                open.Push(reference);
            }
        }

        return reached;
    }
}
