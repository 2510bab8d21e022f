using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Conformance.Tests;

/// <summary>Compiles programs in this process and lays them out so that <c>dotnet</c> can run them.</summary>
internal sealed class ProgramCompiler : IDisposable
{
    private const string RuntimeConfig = """
        {"runtimeOptions":{"tfm":"net10.0","frameworks":[
          {"name":"Microsoft.NETCore.App","version":"10.0.0"},
          {"name":"Microsoft.AspNetCore.App","version":"10.0.0"}],
          "configProperties":{"System.Globalization.Invariant":true}}}
        """;

    /// <summary>What users' unit tests are written with.</summary>
    private static readonly string[] Libraries = ["Moq.dll", "nunit.framework.dll"];

    private readonly string _folder = Directory.CreateTempSubdirectory("haiac-conformance-").FullName;
    private readonly MetadataReference[] _references;

    public ProgramCompiler()
    {
        string[] own = ["Pulumi.dll", "HaIac.Protocol.dll", "Google.Protobuf.dll", .. Libraries, "Castle.Core.dll"];
        foreach (var name in own)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, name), Path.Combine(_folder, name));
        }

        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        _references = Directory.GetFiles(runtime, "*.dll")
            .Where(IsManaged)
            .Concat(Libraries.Prepend("Pulumi.dll").Select(name => Path.Combine(_folder, name)))
            .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))
            .ToArray();
    }

    /// <summary>Compiles one program.</summary>
    /// <returns>The path of the assembly.</returns>
    public string Compile(string name, string source)
        => Compile(name, new Dictionary<string, string> { [name + ".cs"] = source }, NullableContextOptions.Enable, LanguageVersion.Latest, []);

    /// <summary>Compiles a program of several files.</summary>
    /// <param name="name">Name of the assembly.</param>
    /// <param name="sources">File name to text.</param>
    /// <param name="nullable">How the project is set up.</param>
    /// <param name="language">Version of C#.</param>
    /// <param name="unwantedWarnings">Prefixes of warnings that fail the compilation too.</param>
    /// <returns>The path of the assembly.</returns>
    public string Compile(
        string name,
        IReadOnlyDictionary<string, string> sources,
        NullableContextOptions nullable,
        LanguageVersion language,
        IReadOnlyCollection<string> unwantedWarnings)
    {
        var compilation = Create(name, sources, nullable, language);
        var path = Path.Combine(_folder, compilation.AssemblyName + ".dll");
        using (var file = File.Create(path))
        {
            var unwanted = compilation.Emit(file).Diagnostics
                .Where(d => d.Severity == DiagnosticSeverity.Error
                    || (d.Severity == DiagnosticSeverity.Warning && unwantedWarnings.Any(w => d.Id.StartsWith(w, StringComparison.Ordinal))))
                .Select(d => d.ToString())
                .ToArray();
            Assert.That(unwanted, Is.Empty, "The program must compile against the bundled Pulumi API.");
        }

        File.WriteAllText(Path.ChangeExtension(path, ".runtimeconfig.json"), RuntimeConfig);
        return path;
    }

    /// <summary>The ids of the errors that a program gives.</summary>
    public IReadOnlyList<string> ErrorsOf(string source)
        => Create("rejected", new Dictionary<string, string> { ["rejected.cs"] = source }, NullableContextOptions.Enable, LanguageVersion.Latest)
            .GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => d.Id)
            .ToArray();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CSharpCompilation Create(
        string name, IReadOnlyDictionary<string, string> sources, NullableContextOptions nullable, LanguageVersion language)
    {
        var parsing = new CSharpParseOptions(language);
        var trees = sources.Select(s => CSharpSyntaxTree.ParseText(s.Value, parsing, path: s.Key)).ToArray();
        return CSharpCompilation.Create("p" + name, trees, _references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: nullable));
    }

    private static bool IsManaged(string path)
    {
        try
        {
            System.Reflection.AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
