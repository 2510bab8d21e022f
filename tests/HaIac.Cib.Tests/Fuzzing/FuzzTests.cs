using System.Globalization;
using HaIac.Cib.Fuzzing.Laws;
using HaIac.Cib.Fuzzing.Running;

namespace HaIac.Cib.Tests.Fuzzing;

/// <summary>The bounded part of fuzzing: every seed, and the same some thousand inputs each time. How to run it for longer: see tests/HaIac.Cib.Fuzzing.</summary>
internal sealed class FuzzTests
{
    private const int Inputs = 4000;

    [TestCaseSource(nameof(Seeds))]
    public void Seed_HoldsTheLaws(string name)
    {
        var text = File.ReadAllText(Path.Combine(Corpus.SeedFolder, name));

        Assert.That(
            () =>
            {
                if (ReaderLaws.Check(text) is { } document)
                {
                    LibraryLaws.Check(document, Cib.Documents.CibDocument.Parse(File.ReadAllText(Path.Combine(Corpus.SeedFolder, "sets-rules.xml"))));
                }
            },
            Throws.Nothing);
    }

    [Test]
    public void Inputs_OfOneSeed_HoldTheLaws()
    {
        var session = new FuzzSession(Corpus.OfSeeds(), new Random(20261122));

        session.Run(() => session.Figures.Inputs < Inputs);

        using (Assert.EnterMultipleScope())
        {
            foreach (var (law, (detail, input)) in session.Figures.Broken)
            {
                Assert.Fail($"{law}\n{detail}\n{input}");
            }

            Assert.That(session.Figures.Accepted, Is.GreaterThan(Inputs / 20), session.Figures.ToString());
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{session.Figures}"));
    }

    private static IEnumerable<string> Seeds() =>
        Directory.GetFiles(Corpus.SeedFolder, "*.xml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Corpus.SeedFolder, file)).Order(StringComparer.Ordinal);
}
