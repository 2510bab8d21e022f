using FsCheck.Fluent;
using HaIac.Cib.Checking;
using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Nodes;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Tests.Writing;
using HaIac.Cib.Values;

namespace HaIac.Cib.Tests.Laws;

/// <summary>The laws over configurations with objects of every kind.</summary>
internal sealed class ConfigurationLawTests
{
    [Test]
    public void ReadOfWrite_AnyConfiguration_IsTheSameDocument() => LawCheck.Holds(GeneratedConfigurations.Documents, document =>
        Assert.That(CibDocument.Parse(document.ToXml()).DeepEquals(document)));

    [Test]
    public void Read_ObjectsThatWereApplied_MeanTheDeclaredOnes() => LawCheck.Holds(GeneratedConfigurations.Objects, declared =>
    {
        var document = GeneratedConfigurations.Applied(declared);

        foreach (var item in declared)
        {
            var read = document.Find(item.Id);
            Assert.That(read, Is.TypeOf(item.GetType()), item.Id.Value);
            Assert.That(CibComparer.Compare(item, read), Is.Empty, item.Id.Value);
        }
    });

    [Test]
    public void Read_AppliedFromWhatWasRead_IsTheSameRecord() => LawCheck.Holds(GeneratedConfigurations.Objects, declared =>
    {
        // What was read has all ids, so nothing is left to be given by chance.
        var first = GeneratedConfigurations.Applied(declared);
        var read = declared.Select(item => first.Find(item.Id)!).ToList();
        var second = GeneratedConfigurations.Applied(read);

        Assert.That(read.Select(item => second.Find(item.Id)), Is.EqualTo(read));
    });

    [Test]
    [Property("Requirement", "A7")]
    public void Compare_WithWhatWasApplied_IsEmpty() => LawCheck.Holds(GeneratedConfigurations.Objects, declared =>
    {
        var document = GeneratedConfigurations.Applied(declared);

        foreach (var item in declared)
        {
            Assert.That(CibComparer.Compare(item, item), Is.Empty);
            Assert.That(CibComparer.Compare(item, item, document).Where(change => change.Kind != ChangeKind.Foreign), Is.Empty);
            Assert.That(CibComparer.Compare(null, document.Find(item.Id), document).Where(change => change.Kind != ChangeKind.Foreign), Is.Empty);
        }
    });

    [Test]
    public void Apply_FromOneToTheOther_LeavesNothingThatDiffers() => LawCheck.Holds(GeneratedConfigurations.Objects.Two(), pair =>
    {
        var (before, after) = pair;

        var outcome = EditApplier.Apply(GeneratedConfigurations.Applied(before), LawTests.Plan(before, after));

        Assert.That(outcome.Findings, Is.Empty);
        foreach (var item in after)
        {
            Assert.That(CibComparer.Compare(item, item, outcome.After).Where(change => change.Kind != ChangeKind.Foreign), Is.Empty, item.Id.Value);
            Assert.That(CibComparer.Compare(item, outcome.After.Find(item.Id)), Is.Empty, item.Id.Value);
        }

        Assert.That(CrossChecker.Check(outcome.After).Select(finding => finding.Code), Has.None.EqualTo(CibFindingCodes.DuplicateId).And.None.EqualTo(CibFindingCodes.DanglingReference));
    });

    [Test]
    [Property("Correction", "M5")]
    public void Apply_AfterOthersAddedEverywhere_LeavesAllTheyAdded() => LawCheck.Holds(GeneratedConfigurations.Objects, declared =>
    {
        var document = GeneratedConfigurations.Applied(declared);
        var shared = document.WithRoot(Added(document.Root));
        var wanted = declared.Select(Changed).ToList();

        var unchanged = EditApplier.Apply(shared, [.. declared.Select(item => new PutObject(item, item))]);
        var changed = EditApplier.Apply(shared, [.. wanted.Zip(declared, (next, last) => new PutObject(next, last))]);

        Assert.That(unchanged.Findings, Is.Empty);
        Assert.That(unchanged.After, Is.SameAs(shared));
        Assert.That(changed.Findings, Is.Empty);
        Assert.That(wanted.Select(item => CibComparer.Compare(item, item, changed.After).Count(change => change.Kind != ChangeKind.Foreign)), Has.All.Zero);
        Assert.That(Theirs(changed.After), Is.EqualTo(Theirs(shared)));
    });

    [Test]
    [Category("Tools")]
    public void Create_AnyConfiguration_IsAcceptedByTheRealSchema() => LawCheck.Holds(
        GeneratedConfigurations.Documents,
        document =>
        {
            using var cibadmin = RealCibadmin.Holding(CibDocument.Empty("pacemaker-3.9"));
            var (exitCode, output) = cibadmin.Replace(document);
            Assert.That(exitCode, Is.Zero, output + document.ToXml());
        },
        times: 40);

    /// <summary>What others could add to everything with an id: an attribute, a comment, a child that nobody knows.</summary>
    private static CibElement Added(CibElement element)
    {
        var inner = element.WithChildren([.. element.Children.Select(child => child is CibElement part ? Added(part) : child)]);
        return element.Name is not ("primitive" or "template" or "group" or "clone" or "master" or "bundle" or "node" or "op" or "network" or "storage-mapping")
            ? inner
            : inner.With("theirs", "1").Append(new CibComment("theirs")).Append(new CibElement("theirs", [("id", element.Id is null ? null : element.Id + "-theirs")]));
    }

    private static int Theirs(CibDocument document) => document.ToXml().Split("theirs").Length - 1;

    /// <summary>Another declaration of the same object, with everything in it that stands in the cluster as an element of its own.</summary>
    private static CibObject Changed(CibObject item) => item switch
    {
        CibPrimitive primitive => primitive with
        {
            MetaAttributes = primitive.MetaAttributes.Set("priority", "77"),
            FurtherMetaAttributes = primitive.FurtherMetaAttributes.Select(Changed).ToValueList(),
            Operations = primitive.Operations.Select(op => op with { Timeout = CibDuration.Parse("77s"), InstanceAttributes = op.InstanceAttributes.Set("OCF_CHECK_LEVEL", "20") }).ToValueList(),
        },
        CibTemplate template => template with { Utilization = AttributeMap.Of(("cpu", "77")), FurtherMetaAttributes = template.FurtherMetaAttributes.Select(Changed).ToValueList() },
        CibGroup group => group with { Primitives = group.Primitives.Reverse().Select(member => (CibPrimitive)Changed(member)).ToValueList() },
        CibClone clone => clone with { Inner = (CibResource)Changed(clone.Inner), MetaAttributes = AttributeMap.Empty },
        CibMaster master => master with { Inner = (CibResource)Changed(master.Inner), Description = "changed" },
        CibBundle bundle => bundle with
        {
            Container = bundle.Container with { Image = "changed" },
            Network = bundle.Network is null ? null : bundle.Network with { ControlPort = 77, PortMappings = bundle.Network.PortMappings.Select(port => port with { InternalPort = port.Port is null ? null : 77 }).ToValueList() },
            Storage = bundle.Storage.Select(storage => storage with { Options = "changed" }).Reverse().ToValueList(),
            Primitive = bundle.Primitive is null ? null : (CibPrimitive)Changed(bundle.Primitive),
        },
        ClusterNode node => node with { Attributes = node.Attributes.Set("rack", "77") },
        ClusterProperties properties => properties with { Properties = properties.Properties.Set("cluster-delay", "77s"), Score = Score.Of(3) },
        _ => item,
    };

    private static CibAttributeSet Changed(CibAttributeSet set) =>
        set.IdRef is not null ? set : set with { Pairs = set.Pairs.Set("critical", "false"), Rule = set.Rule is null ? null : set.Rule with { Score = Score.Of(77) } };
}
