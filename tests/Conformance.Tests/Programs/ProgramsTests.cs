using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Conformance.Tests.Programs;

/// <summary>Programs of our own, written the way users write each kind: they must compile in every project set-up, and do what is expected.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class ProgramsTests
{
    /// <summary>What a project with ImplicitUsings adds to every program.</summary>
    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private static ProgramCompiler? s_compiler;

    [OneTimeSetUp]
    public void Prepare() => s_compiler = new ProgramCompiler();

    [OneTimeTearDown]
    public void CleanUp() => s_compiler?.Dispose();

    [TestCaseSource(nameof(Kinds))]
    public void Program_InAnyProjectSetUp_CompilesWithoutNewWarnings(string kind)
    {
        var sources = Sources(kind);
        var withUsings = new Dictionary<string, string>(sources) { ["ImplicitUsings.cs"] = ImplicitUsings };

        // CS8: nullability; CS0618: deprecated members. Annotations in a project without nullability are the program's own affair.
        Assert.Multiple(() =>
        {
            s_compiler!.Compile(kind + "-plain", sources, NullableContextOptions.Enable, LanguageVersion.Latest, ["CS8", "CS06", "CS04"]);
            s_compiler!.Compile(kind + "-usings", withUsings, NullableContextOptions.Enable, LanguageVersion.Latest, ["CS86", "CS06", "CS04"]);
            s_compiler!.Compile(kind + "-oblivious", sources, NullableContextOptions.Disable, LanguageVersion.Latest, ["CS06", "CS04"]);

            // Before C# 13 overloads have no priorities, so what is ambiguous with the published package is ambiguous here too.
            s_compiler!.Compile(kind + "-older", sources, NullableContextOptions.Enable, LanguageVersion.CSharp12, []);
        });
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Program_Run_DoesWhatIsExpected(string kind)
    {
        var assembly = s_compiler!.Compile(kind, Sources(kind), NullableContextOptions.Enable, LanguageVersion.Latest, []);
        await using var recorder = await Recorder.StartAsync(new ProgramAnswers());
        var environment = recorder.Environment();
        environment["PULUMI_ORGANIZATION"] = "acme";
        environment["PULUMI_CONFIG"] = ProgramAnswers.Config;
        environment["PULUMI_CONFIG_SECRET_KEYS"] = """["project:password"]""";

        var run = await ProgramRun.StartAsync(assembly, Path.GetTempPath(), environment);

        var actual = run.Output.TrimEnd('\n').Split('\n').Where(l => l.Length > 0).Order(StringComparer.Ordinal).Concat(CallLines.Of(recorder)).ToArray();
        var expected = await File.ReadAllLinesAsync(Path.Combine(Folder, kind, "expected.txt"));
        Assert.That(run.ExitCode, Is.Zero, $"{run.Errors}\n{run.Output}\n{string.Join('\n', actual)}");
        Assert.That(recorder.OrderFaults, Is.Empty);
        Assert.That(actual, Is.EqualTo(expected), string.Join('\n', actual));
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Programs");

    private static IEnumerable<string> Kinds()
        => Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Sources(string kind)
        => Directory.GetFiles(Path.Combine(Folder, kind), "*.cs").ToDictionary(f => Path.GetFileName(f)!, File.ReadAllText);
}
