using HaIac.Cib.Documents;
using HaIac.Engine.Tests.Recordings;

namespace HaIac.Cli.Tests.Cibs;

/// <summary>All CIBs of Pacemaker's own scheduler tests, those that it refuses too.</summary>
public sealed class CibCorpusTests
{
    [TestCase("valid")]
    [TestCase("refused")]
    public async Task ShowAndFormat_EveryCib_AreDone(string kind)
    {
        using var folder = new CibFolder();
        foreach (var file in Corpus(kind))
        {
            var shown = await folder.RunAsync("show", file);
            var formatted = await folder.RunAsync("format", file);

            // What is no CIB at all (a makefile lies among them) is told as such.
            if (shown.Exit == 2)
            {
                Assert.That(shown.Error, Does.StartWith("error: HAI300"), file);
                continue;
            }

            Assert.That((shown.Exit, formatted.Exit), Is.EqualTo((0, 0)), file + shown.Error + formatted.Error);
            foreach (var id in Ids(CibDocument.Parse(formatted.Out)))
                Assert.That(shown.Out, Does.Contain(id), $"{file} shows {id}");
        }
    }

    [TestCase("valid")]
    [TestCase("refused")]
    public async Task Format_EveryCib_IsStableAndMeansTheSame(string kind)
    {
        using var folder = new CibFolder();
        foreach (var file in Corpus(kind).Where(file => file.EndsWith(".xml", StringComparison.Ordinal)))
        {
            var once = await folder.RunAsync("format", file);
            var twice = await folder.PipeAsync(once.Out, "format", "-");
            var difference = await folder.PipeAsync(once.Out, "diff", file, "-");

            Assert.That(twice.Out, Is.EqualTo(once.Out), file);
            Assert.That((difference.Exit, difference.Out), Is.EqualTo((0, "")), file);
        }
    }

    [Test, Category("Tools")]
    public async Task Verify_EveryFifthCib_SaysOfPacemakersWordWhatPacemakerSays()
    {
        CibFolder.NeedsTool("crm_verify");
        using var folder = new CibFolder();
        foreach (var (kind, file) in Corpus("valid").Select(file => ("valid", file)).Concat(Corpus("refused").Where(file => file.EndsWith(".xml", StringComparison.Ordinal)).Select(file => ("refused", file))).Where((_, index) => index % 5 == 0))
        {
            var result = await folder.RunAsync("verify", file);

            Assert.That(result.Exit, Is.AnyOf(0, 1), file + result.Error);

            // crm_verify answers a configuration that only gives warnings with the code of a refusal, too; these lie among the refused.
            Assert.That(result.Out, kind == "valid" ? Does.Contain("a cluster would accept it") : Does.Match("error|warning"), file);
        }
    }

    private static IEnumerable<string> Ids(CibDocument document) =>
        document.Resources.Concat(document.Constraints).Select(item => item.Id.Value);

    private static List<string> Corpus(string kind)
    {
        var folder = SharedFolder.Find() is { } shared ? Path.Combine(shared, "corpora", "scheduler-cibs", kind) : null;
        if (folder is null || !Directory.Exists(folder))
            Assert.Ignore("needs the shared folder corpora/scheduler-cibs (beside the repository, or named by HAIAC_SHARED)");
        return [.. Directory.GetFiles(folder!).Order(StringComparer.Ordinal)];
    }
}
