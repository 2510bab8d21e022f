using System.Text.Json.Nodes;

namespace Conformance.Tests;

/// <summary>Each program of the kit that tests itself with mocks must see what it saw with the official SDK.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class MockTests
{
    private static ProgramCompiler? s_compiler;

    [OneTimeSetUp]
    public void Prepare()
    {
        ConformanceKit.IgnoreIfAbsent();
        s_compiler = new ProgramCompiler();
    }

    [OneTimeTearDown]
    public void CleanUp() => s_compiler?.Dispose();

    [Test]
    public void Kit_IsThere() => Assert.That(Cases(), Is.Not.Empty);

    [TestCaseSource(nameof(Cases))]
    public async Task Program_RunWithMocks_PrintsWhatIsRecorded(string name)
    {
        var folder = Path.Combine(ConformanceKit.Folder!, "mocks", name);
        var assembly = s_compiler!.Compile("mock-" + name, await File.ReadAllTextAsync(Path.Combine(folder, "Program.cs")));
        var work = Directory.CreateTempSubdirectory("haiac-conformance-run-");
        try
        {
            var run = await ProgramRun.StartAsync(assembly, work.FullName, new Dictionary<string, string>());

            var expectedExit = (int)ConformanceKit.ReadJson(Path.Combine(folder, "exit.json"))["exitCode"]!;
            Assert.That(run.ExitCode, Is.EqualTo(expectedExit), run.Errors);
            var actual = JsonNode.Parse(run.Output);
            var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected.json")));
            Assert.That(JsonNode.DeepEquals(actual, expected), Is.True, $"printed:\n{actual}\ninstead of:\n{expected}");
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Cases() => ConformanceKit.Scenarios("mocks");
}
