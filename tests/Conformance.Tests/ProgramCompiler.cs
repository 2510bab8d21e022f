using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Conformance.Tests;

/// <summary>Compiles the kit's programs in this process and lays them out so that <c>dotnet</c> can run them.</summary>
internal sealed class ProgramCompiler : IDisposable
{
    private const string RuntimeConfig = """
        {"runtimeOptions":{"tfm":"net10.0","frameworks":[
          {"name":"Microsoft.NETCore.App","version":"10.0.0"},
          {"name":"Microsoft.AspNetCore.App","version":"10.0.0"}],
          "configProperties":{"System.Globalization.Invariant":true}}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("haiac-conformance-").FullName;
    private readonly MetadataReference[] _references;

    public ProgramCompiler()
    {
        string[] own = ["Pulumi.dll", "HaIac.Protocol.dll", "Google.Protobuf.dll"];
        foreach (var name in own)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, name), Path.Combine(_folder, name));
        }

        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        _references = Directory.GetFiles(runtime, "*.dll")
            .Where(IsManaged)
            .Append(Path.Combine(_folder, "Pulumi.dll"))
            .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))
            .ToArray();
    }

    /// <summary>Compiles one program.</summary>
    /// <returns>The path of the assembly.</returns>
    public string Compile(string name, string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), path: name + ".cs");
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create("p" + name, [tree], _references, options);
        var path = Path.Combine(_folder, compilation.AssemblyName + ".dll");
        using (var file = File.Create(path))
        {
            var result = compilation.Emit(file);
            var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ToArray();
            Assert.That(errors, Is.Empty, "The program must compile against the bundled Pulumi API.");
        }

        File.WriteAllText(Path.ChangeExtension(path, ".runtimeconfig.json"), RuntimeConfig);
        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
