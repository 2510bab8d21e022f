using System.Collections.Immutable;
using FsCheck.Fluent;
using HaIac.Cib.Checking;
using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Tests.Laws;

internal sealed class LawTests
{
    [Test]
    public void ReadOfWrite_AnyTree_IsTheSameTree() => LawCheck.Holds(GeneratedCibs.Element, element =>
    {
        var document = CibDocument.Parse("<cib xmlns:ns='urn:x'/>").WithRoot(new CibElement("cib", [("xmlns:ns", "urn:x")], element));

        var text = document.ToXml();

        Assert.That(CibDocument.Parse(text).DeepEquals(document), text);
        Assert.That(CibDocument.Parse(text).ToXml(), Is.EqualTo(text));
    });

    [Test]
    public void Read_ObjectsThatWereApplied_AreTheDeclaredOnes() => LawCheck.Holds(GeneratedCibs.Objects, declared =>
    {
        var document = CibDocument.Parse(Applied(declared).ToXml());

        Assert.That(declared.Select(item => document.Find(item.Id)), Is.EqualTo(declared));
    });

    [Test]
    public void Compare_WithItself_IsEmpty() => LawCheck.Holds(GeneratedCibs.Objects, declared =>
    {
        var document = Applied(declared);

        foreach (var item in declared)
        {
            Assert.That(CibComparer.Compare(item, item), Is.Empty);
            Assert.That(CibComparer.Compare(item, item, document), Is.Empty);
            Assert.That(CibComparer.Compare(item, document.Find(item.Id)), Is.Empty);
        }
    });

    [Test]
    public void Apply_PlanFromOneToTheOther_GivesTheOther() => LawCheck.Holds(GeneratedCibs.Objects.Two(), pair =>
    {
        var (before, after) = pair;

        var outcome = EditApplier.Apply(Applied(before), Plan(before, after));

        Assert.That(outcome.Findings, Is.Empty);
        var document = CibDocument.Parse(outcome.After.ToXml());
        foreach (var item in after)
        {
            Assert.That(CibComparer.Compare(item, document.Find(item.Id)), Is.Empty, item.Id.Value);
        }

        Assert.That(document.Resources.Concat(document.Constraints).Select(item => item.Id), Is.EquivalentTo(after.SkipLast(1).Select(item => item.Id)));
    });

    [Test]
    [Property("Requirement", "N6")]
    public void Apply_Anything_LeavesIdsUniqueAndReferencesWhole() => LawCheck.Holds(GeneratedCibs.Objects.Two(), pair =>
    {
        var document = EditApplier.Apply(Applied(pair.Item1), Plan(pair.Item1, pair.Item2)).After;

        var codes = CrossChecker.Check(document).Select(finding => finding.Code);
        Assert.That(codes, Has.None.EqualTo(CibFindingCodes.DuplicateId).And.None.EqualTo(CibFindingCodes.DanglingReference));
    });

    [Test]
    public void Apply_BlindEditsInAnyState_NeverBreakTheDocument() => LawCheck.Holds(GeneratedCibs.Objects.Three(), three =>
    {
        // The edits were planned against another document than the one they meet.
        var outcome = EditApplier.Apply(Applied(three.Item1), Plan(three.Item2, three.Item3));

        var codes = CrossChecker.Check(outcome.After).Select(finding => finding.Code);
        Assert.That(codes, Has.None.EqualTo(CibFindingCodes.DuplicateId).And.None.EqualTo(CibFindingCodes.DanglingReference));
        Assert.That(outcome.Findings.Select(finding => finding.EditIndex), Has.None.Null);
    });

    [Test]
    [Property("Correction", "M5")]
    public void Apply_AfterOthersAddedToEveryPrimitive_LeavesAllTheyAdded() => LawCheck.Holds(GeneratedCibs.Objects, declared =>
    {
        var document = Applied(declared);
        var shared = document.WithRoot(Added(document.Root));
        var wanted = declared.Select(Changed).ToList();

        var outcome = EditApplier.Apply(shared, [.. wanted.Zip(declared, (next, last) => new PutObject(next, last))]);

        Assert.That(outcome.Findings, Is.Empty);
        Assert.That(wanted.Select(item => CibComparer.Compare(item, item, outcome.After).Count(change => change.Kind != ChangeKind.Foreign)), Has.All.Zero);
        Assert.That(Theirs(outcome.After), Is.EqualTo(Theirs(shared)).And.EqualTo(3 * shared.ToXml().Split("<primitive ").Skip(1).Count()));
    });

    [Test]
    [Property("Requirement", "N3")]
    public void Apply_EveryPrimitiveWrappedAndUnwrapped_IsTheSameDocument() => LawCheck.Holds(GeneratedCibs.Objects, declared =>
    {
        var document = Applied(declared);
        var wraps = declared.OfType<CibResource>().Where(item => item is CibPrimitive or CibGroup).Select((item, index) => (Bare: item, Wrapped: Wrapped(item, index))).ToList();

        var there = EditApplier.Apply(document, [.. wraps.Select(wrap => new PutObject(wrap.Wrapped, wrap.Bare))]);
        var back = EditApplier.Apply(there.After, [.. wraps.Select(wrap => new PutObject(wrap.Bare, wrap.Wrapped))]);

        Assert.That(there.Findings, Is.Empty);
        Assert.That(wraps.Select(wrap => CibComparer.Compare(wrap.Wrapped, there.After.Find(wrap.Wrapped.Id))), Has.All.Empty);
        Assert.That(CrossChecker.Check(there.After).Select(finding => finding.Code), Has.None.EqualTo(CibFindingCodes.DuplicateId).And.None.EqualTo(CibFindingCodes.DanglingReference));

        // What is about a role is rightly refused on the way back from a promotable clone; all else comes back as it was.
        Assert.That(back.Findings.Select(finding => finding.Code), Has.All.EqualTo(CibFindingCodes.RoleWithoutPromotion));
        Assert.That(back.Findings.Length > 0 || back.After.DeepEquals(document));
    });

    private static CibResource Wrapped(CibResource item, int index) => (item, index % 3) switch
    {
        (CibPrimitive primitive, 0) => new CibGroup { Id = CibId.Parse(item.Id + "-group"), Primitives = [primitive] },
        (_, 1) => new CibClone { Id = CibId.Parse(item.Id + "-clone"), Inner = item, Promotable = true },
        _ => new CibClone { Id = CibId.Parse(item.Id + "-clone"), Inner = item, MetaAttributes = AttributeMap.Of(("interleave", "true")) },
    };

    [Test]
    public void Write_Patch_IsEmptyOnlyWhenNothingChanged() => LawCheck.Holds(GeneratedCibs.Objects.Two(), pair =>
    {
        var (before, after) = (Applied(pair.Item1), Applied(pair.Item2));

        Assert.That(PatchWriter.Write(before, after, pinned: false).Length == 0, Is.EqualTo(before.DeepEquals(after)));
    });

    [Test]
    public void LongestRising_AnyOrder_IsRisingAndNoneIsLonger() => LawCheck.Holds(Gen.Choose(0, 9).SelectMany(n => Gen.Shuffle(Enumerable.Range(0, n).ToArray())), numbers =>
    {
        var places = LongestRising.Of(numbers).Order().ToList();

        Assert.That(places.Select(place => numbers[place]), Is.Ordered.Ascending);
        Assert.That(places, Has.Count.EqualTo(LongestByTrying(numbers)));
    });

    internal static CibDocument Applied(IEnumerable<CibObject> objects)
    {
        var outcome = EditApplier.Apply(CibDocument.Empty("pacemaker-3.9"), [.. objects.Select(item => new PutObject(item, null))]);
        Assert.That(outcome.Findings, Is.Empty);
        return outcome.After;
    }

    /// <summary>The edits that lead from one declaration to the next; an object of another kind is removed and made anew.</summary>
    internal static ImmutableArray<CibEdit> Plan(ImmutableArray<CibObject> before, ImmutableArray<CibObject> after)
    {
        var was = before.ToDictionary(item => item.Id);
        var willBe = after.ToDictionary(item => item.Id);
        var removed = before.Where(item => !willBe.TryGetValue(item.Id, out var next) || next.Tag != item.Tag).Select(CibEdit (item) => new RemoveObject(item));
        var put = after.Select(CibEdit (item) => new PutObject(item, was.TryGetValue(item.Id, out var last) && last.Tag == item.Tag ? last : null));
        return [.. put, .. removed];
    }

    /// <summary>What others could add to a primitive: an attribute, a pair in a set of their own, a comment.</summary>
    private static CibElement Added(CibElement element)
    {
        var inner = element.WithChildren([.. element.Children.Select(child => child is CibElement part ? Added(part) : child)]);
        return element.Name != "primitive"
            ? inner
            : inner.With("description", "theirs")
                .Append(new CibComment("theirs"))
                .Append(new CibElement("meta_attributes", [("id", $"{element.Id}-x")], new CibElement("nvpair", [("id", $"{element.Id}-y"), ("name", "theirs"), ("value", "1")])));
    }

    private static int Theirs(CibDocument document) => document.ToXml().Split("theirs").Length - 1;

    private static CibObject Changed(CibObject item) => item switch
    {
        CibPrimitive primitive => primitive with { MetaAttributes = primitive.MetaAttributes.Set("priority", "77"), Operations = [], Utilization = AttributeMap.Empty },
        CibGroup group => group with { Primitives = group.Primitives.Reverse().Select(member => (CibPrimitive)Changed(member)).ToValueList() },
        CibClone clone => clone with { Inner = (CibResource)Changed(clone.Inner), MetaAttributes = AttributeMap.Empty },
        _ => item,
    };

    private static int LongestByTrying(int[] numbers)
    {
        var longest = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            longest[i] = 1 + Enumerable.Range(0, i).Where(j => numbers[j] < numbers[i]).Select(j => longest[j]).DefaultIfEmpty(0).Max();
        }

        return longest.DefaultIfEmpty(0).Max();
    }
}
