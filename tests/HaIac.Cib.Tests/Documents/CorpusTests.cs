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

    [Test]
    public void Parse_DamagedCibs_AreRefusedOrLossless()
    {
        var texts = Directory.GetFiles(TestFolders.SchedulerCibs("valid"), "*.xml").Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(text => text.Length < 20_000).ToList();
        var random = new Random(20261122);
        string[] splinters = ["<", ">", "\"", "&", "&#0;", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "/>", "</cib>", "<!DOCTYPE a>", "\0", "\uD800", " id=\"a\"", "\uFFFF"];

        for (var i = 0; i < 3000; i++)
        {
            var text = texts[random.Next(texts.Count)];
            for (var damages = random.Next(1, 4); damages > 0; damages--)
            {
                var at = random.Next(text.Length);
                var length = random.Next(Math.Min(text.Length - at, 30));
                text = text[..at] + splinters[random.Next(splinters.Length)] + text[(at + length)..];
            }

            AssertRefusedOrRepeatable(text);
        }
    }

    private static void AssertRefusedOrRepeatable(string text)
    {
        CibDocument document;
        try
        {
            document = CibDocument.Parse(text);
        }
        catch (CibException fault)
        {
            Assert.That(fault.Line, Is.GreaterThan(0));
            return;
        }

        Assert.That(CibDocument.Parse(document.ToXml()).DeepEquals(document), text);
        Assert.That(() => CrossChecker.Check(document), Throws.Nothing, text);
        Assert.That(() => document.Resources.Concat(document.Constraints).Count(), Throws.Nothing, text);
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
