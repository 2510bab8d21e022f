using FsCheck.Fluent;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Tests.Laws;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Writing;

/// <summary>What Pacemaker's own cibadmin makes of our patches.</summary>
[Category("Tools")]
internal sealed class PatchWriterToolsTests
{
    private const int OldData = 103;
    private const int SchemaViolation = 78;

    [Test]
    public void Patch_Pinned_IsAcceptedAndCountsOneChange()
    {
        using var cibadmin = RealCibadmin.Holding(Empty);
        var after = EditApplier.Apply(Empty, [new PutObject(Clone(Vip()), null), new PutObject(Location("l", "vip-clone"), null)]).After;

        var (exitCode, output) = cibadmin.Patch(PatchWriter.Write(Empty, after, pinned: true));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(cibadmin.Held.Configuration!.DeepEquals(after.Configuration));
            Assert.That(cibadmin.Held.Version, Is.EqualTo(Empty.Version.NextConfiguration));
        }
    }

    [Test]
    public void Patch_PinnedAndOnlyStatusMoved_IsAccepted()
    {
        using var cibadmin = RealCibadmin.Holding(Empty.WithRoot(Empty.Root.With("num_updates", "4711")));
        var after = EditApplier.Apply(Empty, [new PutObject(Vip(), null)]).After;

        var (exitCode, output) = cibadmin.Patch(PatchWriter.Write(Empty, after, pinned: true));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(cibadmin.Held.Version, Is.EqualTo(Empty.Version.NextConfiguration));
        }
    }

    [TestCase("epoch=\"1\"", "epoch=\"2\"")]
    [TestCase("admin_epoch=\"0\"", "admin_epoch=\"1\"")]
    public void Patch_PinnedToAnOldVersion_IsRefusedAndNothingChanges(string old, string now)
    {
        var moved = CibDocument.Parse(Empty.ToXml().Replace(" " + old, " " + now, StringComparison.Ordinal));
        using var cibadmin = RealCibadmin.Holding(moved);
        var after = EditApplier.Apply(Empty, [new PutObject(Vip(), null)]).After;

        var (exitCode, _) = cibadmin.Patch(PatchWriter.Write(Empty, after, pinned: true));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(OldData));
            Assert.That(cibadmin.Held.DeepEquals(moved));
        }
    }

    [Test]
    public void Patch_NotPinned_AppliesToANewerCibAndKeepsWhatOthersWrote()
    {
        var theirs = EditApplier.Apply(Empty, [new PutObject(Dummy("theirs"), null)]).After;
        using var cibadmin = RealCibadmin.Holding(theirs);
        var after = EditApplier.Apply(Empty, [new PutObject(Dummy("ours"), null)]).After;

        var (exitCode, output) = cibadmin.Patch(PatchWriter.Write(Empty, after, pinned: false));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(cibadmin.Held.Resources.Select(resource => resource.Id.Value), Is.EquivalentTo(new[] { "ours", "theirs" }));
        }
    }

    [Test]
    public void Patch_CreatingAnIdThatCameMeanwhile_IsRefusedAndNothingChanges()
    {
        var theirs = EditApplier.Apply(Empty, [new PutObject(Dummy("vip"), null)]).After;
        using var cibadmin = RealCibadmin.Holding(theirs);
        var after = EditApplier.Apply(Empty, [new PutObject(Vip(), null)]).After;

        var (exitCode, _) = cibadmin.Patch(PatchWriter.Write(Empty, after, pinned: false));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(SchemaViolation));
            Assert.That(cibadmin.Held.DeepEquals(theirs));
        }
    }

    [Test]
    public void Patch_ChangedSchema_IsAccepted()
    {
        using var cibadmin = RealCibadmin.Holding(CibDocument.Empty("pacemaker-3.0"));
        var before = cibadmin.Held;

        var (exitCode, output) = cibadmin.Patch(PatchWriter.Write(before, before.WithRoot(before.Root.With("validate-with", "pacemaker-3.7")), pinned: false));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(cibadmin.Held.ValidateWith, Is.EqualTo("pacemaker-3.7"));
        }
    }

    [Test]
    public void Patch_ChildrenInAnyNewOrder_ArriveInThatOrder()
    {
        using var cibadmin = RealCibadmin.Holding(Empty);
        var nodes = Enumerable.Range(0, 7)
            .Select(n => n % 3 == 2 ? (CibNode)new CibComment($"comment {n}") : new CibElement("primitive", [("id", $"p{n}"), ("class", "ocf"), ("provider", "pacemaker"), ("type", "Dummy")]))
            .ToArray();
        var lists = from chosen in Gen.SubListOf(nodes) from order in Gen.Shuffle(chosen.ToArray()) select order;

        LawCheck.Holds(
            lists.Two(),
            pair =>
            {
                var (before, after) = (Holding(pair.Item1), Holding(pair.Item2));
                AssertAccepted(cibadmin, before, after);
            },
            times: 150);

        static CibDocument Holding(CibNode[] children)
        {
            var document = Empty;
            var configuration = document.Configuration!;
            var resources = configuration.Find("resources")!;
            return document.WithRoot(document.Root.Replace(configuration, configuration.Replace(resources, resources.WithChildren([.. children]))));
        }
    }

    [Test]
    public void Patch_PlansBetweenGeneratedCibs_GiveTheSameAsOurs()
    {
        using var cibadmin = RealCibadmin.Holding(Empty);

        LawCheck.Holds(
            ValidCibs.Two(),
            pair =>
            {
                var before = LawTests.Applied(pair.Item1);
                var outcome = EditApplier.Apply(before, LawTests.Plan(pair.Item1, pair.Item2));
                Assert.That(outcome.Findings, Is.Empty);
                AssertAccepted(cibadmin, before, outcome.After);
            },
            times: 100);
    }

    [Test]
    public void Patch_PairsOfSchedulerCibs_GiveTheSameAsOurs()
    {
        var documents = Directory.GetFiles(TestFolders.SchedulerCibs("valid"), "*.xml")
            .Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileName(file), Document: CibDocument.Parse(File.ReadAllText(file))))
            .Where(entry => entry.Document.ValidateWith == "pacemaker-3.0")
            .ToList();
        using var cibadmin = RealCibadmin.Holding(Empty);

        for (var i = 0; i < documents.Count; i++)
        {
            var (before, after) = (documents[i], documents[(i * 7 + 3) % documents.Count]);
            AssertAccepted(cibadmin, before.Document, after.Document, $"{before.Name} to {after.Name}");
        }
    }

    /// <summary>Values that the schema allows: the laws' own have texts where it wants numbers and booleans.</summary>
    private static FsCheck.Gen<System.Collections.Immutable.ImmutableArray<CibObject>> ValidCibs => GeneratedCibs.Objects.Select(objects =>
        System.Collections.Immutable.ImmutableArray.CreateRange(objects.Select(Valid)));

    private static CibObject Valid(CibObject item) => item switch
    {
        CibPrimitive primitive => Valid(primitive),
        CibGroup group => group with { Primitives = group.Primitives.Select(Valid).ToValueList() },
        CibClone clone => clone with { Inner = (CibResource)Valid(clone.Inner) },
        _ => item,
    };

    private static CibPrimitive Valid(CibPrimitive primitive) =>
        primitive with { Operations = primitive.Operations.Select(operation => operation with { OtherAttributes = operation.OtherAttributes.Without("enabled") }).ToValueList() };

    private static void AssertAccepted(RealCibadmin cibadmin, CibDocument before, CibDocument after, string? what = null)
    {
        cibadmin.Hold(before);
        var patch = PatchWriter.Write(before, after, pinned: true);
        if (patch.Length == 0)
        {
            Assert.That(before.Configuration!.DeepEquals(after.Configuration), what);
            return;
        }

        var (exitCode, output) = cibadmin.Patch(patch);

        Assert.That(exitCode, Is.Zero, $"{what}\n{output}\n{patch}");
        var held = cibadmin.Held;
        Assert.That(held.Configuration!.DeepEquals(after.Configuration), $"{what}\n{patch}\n{held.ToXml()}");
        Assert.That(held.Status!.DeepEquals(after.Status), $"{what}: status\n{patch}");
    }
}
