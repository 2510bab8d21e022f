using FsCheck;
using FsCheck.Fluent;
using HaIac.Cib.Checking;
using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning.Steps;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Tests.Laws;

/// <summary>What holds for any two whole documents. They are made of generated objects and of scheduler CIBs, changed at random.</summary>
internal sealed class DocumentLawTests
{
    private static readonly Lazy<CibDocument[]> s_corpus = new(() => [.. SchedulerCorpus.Valid().Select(entry => entry.Document).Where(document => document.ToXml().Length < 12_000)]);

    private static Gen<CibDocument> Documents => Gen.OneOf(
        GeneratedCibs.Objects.Select(objects => LawTests.Applied(objects)),
        Gen.Choose(0, s_corpus.Value.Length - 1).Select(place => s_corpus.Value[place]));

    /// <summary>A document and what became of it after one to thirty changes.</summary>
    private static Gen<(CibDocument Before, CibDocument After)> Changed =>
        from document in Documents
        from seed in Gen.Choose(0, int.MaxValue)
        from count in Gen.Choose(1, 30)
        select (document, CibDocument.Parse(Mutation.Of(document, seed, count).ToXml()));

    [Test]
    [Property("Requirement", "M2")]
    public void Compare_AnotherSpelling_FindsNothing() => LawCheck.Holds(Documents.Zip(Gen.Choose(0, int.MaxValue)), pair =>
    {
        var other = Respelling.Of(pair.Item1, pair.Item2);

        Assert.That(Lines(DocumentComparer.Compare(pair.Item1, other)), Is.Empty, other.ToXml());
        Assert.That(CibPlanner.Plan(pair.Item1, other).After, Is.SameAs(pair.Item1));
    });

    [Test]
    public void Compare_BothWays_FindsTheSame() => LawCheck.Holds(Changed, pair =>
    {
        var there = DocumentComparer.Compare(pair.Before, pair.After);
        var back = DocumentComparer.Compare(pair.After, pair.Before);

        Assert.That(Ids(there, DifferenceKind.Added), Is.EquivalentTo(Ids(back, DifferenceKind.Removed)));
        Assert.That(Ids(there, DifferenceKind.Removed), Is.EquivalentTo(Ids(back, DifferenceKind.Added)));
        Assert.That(there.Objects.Any(item => item.From is not null), Is.EqualTo(back.Objects.Any(item => item.From is not null)));
        Assert.That(Values(there).Select(value => (value.Tag, value.New, value.Old)), Is.EquivalentTo(Values(back).Select(value => (value.Tag, value.Old, value.New))));
    });

    [Test]
    public void Plan_AnyChange_AppliedGivesTheOther() => LawCheck.Holds(
        Changed,
        pair =>
        {
            var plan = CibPlanner.Plan(pair.Before, pair.After);
            var applied = plan.IsEmpty ? pair.Before : CibPatcher.Apply(pair.Before, plan.PinnedPatch);

            Assert.That(Lines(DocumentComparer.Compare(applied, pair.After)), Is.Empty, plan.Patch);
            Assert.That(applied.Configuration!.DeepEquals(plan.After.Configuration), plan.Patch);
            Assert.That(CrossChecker.Check(applied).Select(finding => finding.Code), Has.None.EqualTo(CibFindingCodes.DuplicateId), plan.Patch);
        },
        times: 1000);

    [Test]
    public void Plan_AnyChange_IsMinimal() => LawCheck.Holds(Changed, pair =>
    {
        var plan = CibPlanner.Plan(pair.Before, pair.After);

        Assert.That(plan.Steps.Select(step => step.Difference), Is.EquivalentTo(plan.Comparison.Objects));
        Assert.That(plan.Steps.Select(step => step.Reasons.Count), Has.All.GreaterThan(0));
        Assert.That(plan.Patch.Length == 0, Is.EqualTo(plan.IsEmpty));
        Assert.That(ReferenceEquals(plan.After, pair.Before), Is.EqualTo(plan.IsEmpty));

        // An object without a step is the very same element afterwards.
        var touched = plan.Comparison.Objects.SelectMany(item => new[] { item.Id, item.Holder, item.From?.Holder, item.To?.Holder }).ToHashSet();
        foreach (var top in pair.Before.Configuration!.Elements.SelectMany(section => section.Elements).Where(top => top.Id is not null && !top.IdsInside.Any(touched.Contains)))
        {
            Assert.That(plan.After.Configuration!.Elements.SelectMany(section => section.Elements), Has.Some.SameAs(top), top.Id);
        }
    });

    private static IEnumerable<string> Ids(DocumentComparison comparison, DifferenceKind kind) =>
        comparison.Objects.Where(item => item.Kind == kind).Select(item => $"{item.Tag} {item.Id}");

    /// <summary>Values by the tag of their object: sets of defaults go by the id that the earlier document gives them.</summary>
    private static IEnumerable<(string Tag, string? Old, string? New)> Values(DocumentComparison comparison) =>
        from item in comparison.Objects
        where item.Kind is DifferenceKind.Changed
        from value in item.Attributes.Concat(item.OperatorState)
        select (item.Tag, value.Old, value.New);

    private static IEnumerable<string> Lines(DocumentComparison comparison) => comparison.Objects.Select(item =>
        $"{item.Kind} {item.Tag} {item.Id} {item.From} {item.To} {string.Join("; ", item.Attributes.Concat(item.OperatorState))}");
}
