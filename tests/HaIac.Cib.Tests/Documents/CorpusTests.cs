using System.Xml.Linq;
using HaIac.Cib.Checking;
using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Tests.Documents;

/// <summary>The CIBs of Pacemaker's own scheduler tests. Another XML library is the judge of what is lost.</summary>
internal sealed class CorpusTests
{
    [Test]
    public void Parse_EveryValidCib_LosesNothing()
    {
        var files = Directory.GetFiles(TestFolders.SchedulerCibs("valid"), "*.xml");

        using (Assert.EnterMultipleScope())
        {
            foreach (var file in files)
            {
                AssertLossless(file, File.ReadAllText(file));
            }
        }

        Assert.That(files, Has.Length.GreaterThan(100));
    }

    [Test]
    public void Compare_EveryValidCibWithItself_FindsNothing()
    {
        var files = Directory.GetFiles(TestFolders.SchedulerCibs("valid"), "*.xml");
        var modelled = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var file in files)
            {
                var document = CibDocument.Parse(File.ReadAllText(file));
                Assert.That(PatchWriter.Write(document, CibDocument.Parse(document.ToXml()), pinned: true), Is.Empty, file);
                var objects = document.Resources.Concat(document.Constraints).Where(item => item is not UnmodelledObject).ToList();
                modelled += objects.Count;
                foreach (var item in objects)
                {
                    Assert.That(CibComparer.Compare(item, item), Is.Empty, $"{file} {item.Id}");
                }

                var outcome = EditApplier.Apply(document, [.. objects.Where(item => AllReferencesExist(document, item)).Select(item => new PutObject(item, item))]);
                Assert.That(outcome.Findings, Is.Empty, file);
                Assert.That(outcome.After, Is.SameAs(document), file);
            }
        }

        Assert.That(modelled, Is.GreaterThan(400));
    }

    [Test]
    public void Parse_EveryRefusedCib_IsAFindingOrLossless()
    {
        var files = Directory.GetFiles(TestFolders.SchedulerCibs("refused"), "*.xml");

        using (Assert.EnterMultipleScope())
        {
            foreach (var file in files)
            {
                var text = File.ReadAllText(file);
                try
                {
                    AssertLossless(file, text);
                    Assert.That(() => CrossChecker.Check(CibDocument.Parse(text)), Throws.Nothing, file);
                }
                catch (CibException fault)
                {
                    Assert.That(fault.Line, Is.Not.Null, file);
                }
            }
        }

        Assert.That(files, Is.Not.Empty);
    }

    private static bool AllReferencesExist(CibDocument document, CibObject item) =>
        Shapes.Of(item).References.All(reference => document.Index.Find(reference.Id) is not null);

    private static void AssertLossless(string file, string text)
    {
        var written = CibDocument.Parse(text).ToXml();

        Assert.That(XNode.DeepEquals(Read(text), Read(written)), file);
        Assert.That(CibDocument.Parse(written).ToXml(), Is.EqualTo(written), file);
    }

    private static XElement Read(string text)
    {
        var root = XDocument.Parse(text).Root!;

        // An element that holds nothing but layout is the same as a closed one.
        foreach (var blank in root.DescendantsAndSelf().Where(element => !element.Nodes().Any()))
        {
            blank.RemoveNodes();
        }

        return root;
    }
}
