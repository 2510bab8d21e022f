using System.Xml.Linq;

namespace Conformance.Tests.PulumiSdk;

/// <summary>The projects of this checkout, what they refer to, and which implementation of Pulumi's API that means.</summary>
internal static class ProjectGraph
{
    private static readonly Dictionary<string, XDocument> Documents;

    static ProjectGraph()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HaIac.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside a checkout: no HaIac.sln above " + AppContext.BaseDirectory);
        }

        Root = folder.FullName;
        Documents = Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(Root, f), f => XDocument.Load(f), StringComparer.Ordinal);
    }

    /// <summary>The folder of the checkout.</summary>
    public static string Root { get; }

    /// <summary>Every project file, relative to the root.</summary>
    public static IEnumerable<string> Projects => Documents.Keys;

    /// <summary>Whether PulumiSdk decides what this project gets.</summary>
    public static bool Switches(string project)
        => Documents[project].Descendants().Any(e => e.Name.LocalName is "UsesPulumi" or "UsesPulumiCommand" && e.Value == "true");

    /// <summary>Whether this is the bundled implementation itself.</summary>
    public static bool IsBundled(string project) => Path.GetFileName(project) == "Pulumi.csproj";

    /// <summary>A project and all that it refers to, as the project files say it.</summary>
    /// <param name="project">Where to start.</param>
    /// <param name="built">Also what is only built before it, and runs in a process of its own.</param>
    public static HashSet<string> Closure(string project, bool built = false)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { project };
        var open = new Stack<string>([project]);
        while (open.TryPop(out var next))
        {
            var references = Documents[next].Descendants("ProjectReference")
                .Where(r => built || (string?)r.Attribute("ReferenceOutputAssembly") != "false")
                .Select(r => Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(next)!, ((string)r.Attribute("Include")!).Replace('\\', '/'))))
                .Select(f => Path.GetRelativePath(Root, f));
            foreach (var reference in references.Where(reached.Add))
            {
                open.Push(reference);
            }
        }

        return reached;
    }
}
