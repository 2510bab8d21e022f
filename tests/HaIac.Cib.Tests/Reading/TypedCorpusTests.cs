using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Nodes;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;

namespace HaIac.Cib.Tests.Reading;

/// <summary>Everything in Pacemaker's own scheduler tests has a record of its own.</summary>
internal sealed class TypedCorpusTests
{
    /// <summary>What belongs to the constraints' side of the library and is counted there.</summary>
    private static readonly string[] s_otherTags =
        ["rsc_location", "rsc_colocation", "rsc_order", "rsc_ticket", "fencing-level", "tag", "acl_role", "acl_target", "acl_group", "acl_user", "alert"];

    [Test]
    public void Objects_EveryValidCib_HaveRecords()
    {
        var objects = ObjectsOf("valid").Where(found => !s_otherTags.Contains(found.Item.Tag)).ToList();

        var untyped = objects.Where(found => found.Item is UnmodelledObject).Select(found => $"{found.File}: {found.Item}").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(untyped, Is.Empty);
            Assert.That(objects.Select(found => found.Item.GetType()).Distinct(), Is.EquivalentTo(new[]
            {
                typeof(CibPrimitive), typeof(CibTemplate), typeof(CibGroup), typeof(CibClone), typeof(CibBundle), typeof(ClusterProperties), typeof(ResourceDefaults),
                typeof(OperationDefaults), typeof(ClusterNode),
            }));
            Assert.That(objects, Has.Count.GreaterThan(700));
        }
    }

    [Test]
    public void Objects_EveryRefusedCib_AreReadWithoutAFault()
    {
        // Where the corpora are not there, the test is skipped here and does not fail below.
        _ = TestFolders.SchedulerCibs("refused");

        Assert.That(() => ObjectsOf("refused").Count(), Throws.Nothing);
    }

    private static IEnumerable<(string File, CibObject Item)> ObjectsOf(string kind)
    {
        foreach (var file in Directory.GetFiles(TestFolders.SchedulerCibs(kind), "*.xml"))
        {
            CibDocument document;
            try
            {
                document = CibDocument.Parse(File.ReadAllText(file));
            }
            catch (CibException)
            {
                continue;
            }

            foreach (var item in document.Objects)
            {
                yield return (Path.GetFileName(file), item);
            }
        }
    }
}
