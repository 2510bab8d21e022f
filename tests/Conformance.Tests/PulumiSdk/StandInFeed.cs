using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Conformance.Tests.PulumiSdk;

/// <summary>A folder feed with stand-ins for the published packages, which cannot be had everywhere.</summary>
internal sealed class StandInFeed
{
    private readonly string _assemblies;

    /// <summary>Makes the feed.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="checkout">The checkout whose bundled API the packages are made of.</param>
    public StandInFeed(string folder, string checkout)
    {
        Folder = Directory.CreateDirectory(Path.Combine(folder, "feed")).FullName;
        _assemblies = Directory.CreateDirectory(Path.Combine(folder, "assemblies")).FullName;
        var versions = XDocument.Load(Path.Combine(checkout, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(e => (string)e.Attribute("Include")!, e => (string)e.Attribute("Version")!, StringComparer.Ordinal);

        foreach (var name in new[] { "HaIac.Protocol.dll", "Google.Protobuf.dll" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, name), Path.Combine(_assemblies, name));
        }

        Pulumi = Path.Combine(_assemblies, "Pulumi.dll");
        StandInAssembly.Write(typeof(global::Pulumi.Resource).Assembly.Location, Pulumi);
        References = ReferenceAssemblies().Append(Pulumi).Select(f => (MetadataReference)MetadataReference.CreateFromFile(f)).ToArray();
        StandInPackage.Write(Folder, "Pulumi", versions["Pulumi"],
            $"""
            <dependencies><group targetFramework="net10.0"><dependency id="Google.Protobuf" version="{versions["Google.Protobuf"]}" /></group></dependencies>
            <frameworkReferences><group targetFramework="net10.0"><frameworkReference name="Microsoft.AspNetCore.App" /></group></frameworkReferences>
            """,
            Pulumi, Path.Combine(_assemblies, "HaIac.Protocol.dll"));
        StandInPackage.Write(Folder, "Pulumi.Command", versions["Pulumi.Command"],
            $"""<dependencies><group targetFramework="net10.0"><dependency id="Pulumi" version="{versions["Pulumi"]}" /></group></dependencies>""",
            CompileCommand(Path.Combine(checkout, "sdk", "Pulumi.Command")));
    }

    public string Folder { get; }

    /// <summary>The assembly that stands in for the published one.</summary>
    public string Pulumi { get; }

    /// <summary>What a program is compiled against that has the packages.</summary>
    public IReadOnlyList<MetadataReference> References { get; }

    /// <summary>The bundled resources of package command, compiled against the stand-in: so they use nothing else than the published API.</summary>
    private string CompileCommand(string project)
    {
        const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        var sources = Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(project, f).Split('/').Any(p => p is "bin" or "obj"))
            .Select(File.ReadAllText)
            .Append(Usings);
        var compilation = CSharpCompilation.Create(
            "Pulumi.Command",
            sources.Select(s => CSharpSyntaxTree.ParseText(s, new CSharpParseOptions(LanguageVersion.Latest))),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var target = Path.Combine(_assemblies, "Pulumi.Command.dll");
        var errors = compilation.Emit(target).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString());
        Assert.That(errors, Is.Empty, "sdk/Pulumi.Command must compile against the published API.");
        return target;
    }

    // Not the runtime's own assemblies: who compiles against the result could not use what it says of them.
    private static string[] ReferenceAssemblies()
    {
        var runtime = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var pack = Path.Combine(runtime.Parent!.Parent!.Parent!.FullName, "packs", "Microsoft.NETCore.App.Ref");
        var newest = Directory.GetDirectories(pack, runtime.Name.Split('.')[0] + ".*").MaxBy(f => Version.Parse(Path.GetFileName(f).Split('-')[0]))!;
        return Directory.GetFiles(Path.Combine(newest, "ref"), "*.dll", SearchOption.AllDirectories);
    }
}
