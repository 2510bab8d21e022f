using HaIac.Cib.Acls;
using HaIac.Cib.Alerts;
using HaIac.Cib.Comparing;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Tests.Writing;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Constraints;

/// <summary>What every record promises: what is created is read back the same, and Pacemaker accepts it.</summary>
internal sealed class RecordTests
{
    /// <summary>What crm_verify says about the cluster without the samples: its nodes are not there.</summary>
    private static readonly Lazy<(int, string)> s_verified = new(() =>
    {
        using var cibadmin = RealCibadmin.Holding(RecordSamples.Cluster);
        return cibadmin.Verify();
    });

    [TestCaseSource(typeof(RecordSamples), nameof(RecordSamples.All))]
    public void Create_IsReadBackTheSame(CibObject sample)
    {
        var after = Applied(RecordSamples.Cluster, new PutObject(sample, null));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Find(sample.Id), Is.EqualTo(sample), TreeWriter.Write([after.FindElement(sample.Id)!]));
            Assert.That(CibDocument.Parse(after.ToXml()).Find(sample.Id), Is.EqualTo(sample));
        }
    }

    [TestCaseSource(typeof(RecordSamples), nameof(RecordSamples.All))]
    [Property("Requirement", "A7")]
    [Property("Requirement", "S2")]
    public void Create_ThenAgain_ChangesNothing(CibObject sample)
    {
        var once = Applied(RecordSamples.Cluster, new PutObject(sample, null));

        var twice = Applied(once, new PutObject(sample, sample));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(twice, Is.SameAs(once));
            Assert.That(CibComparer.Compare(sample, sample, once), Is.Empty);
        }
    }

    [TestCaseSource(typeof(RecordSamples), nameof(RecordSamples.All))]
    [Category("Tools")]
    public void Create_IsAcceptedByTheRealTools(CibObject sample)
    {
        using var cibadmin = RealCibadmin.Holding(RecordSamples.Cluster);
        var after = Applied(RecordSamples.Cluster, new PutObject(sample, null));

        var (exitCode, output) = cibadmin.Patch(PatchWriter.Write(RecordSamples.Cluster, after, pinned: true));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(cibadmin.Held.Find(sample.Id), Is.EqualTo(sample), TreeWriter.Write([cibadmin.Held.FindElement(sample.Id)!]));
            Assert.That(cibadmin.Verify(), Is.EqualTo(s_verified.Value));
        }
    }

    [TestCaseSource(typeof(RecordSamples), nameof(RecordSamples.All))]
    [Property("Requirement", "S2")]
    public void Remove_OfWhatWasCreated_LeavesNothing(CibObject sample)
    {
        var created = Applied(RecordSamples.Cluster, new PutObject(sample, null));

        var removed = Applied(created, new RemoveObject(sample));

        Assert.That(removed.Configuration!.Elements.SelectMany(section => section.IdsInside), Is.EquivalentTo(RecordSamples.Cluster.Configuration!.Elements.SelectMany(section => section.IdsInside)));
    }

    [TestCaseSource(typeof(RecordSamples), nameof(RecordSamples.All))]
    public void Change_ToNothingButWhatIsNeeded_AndBack_IsTheSame(CibObject sample)
    {
        var bare = Bare(sample);
        var created = Applied(RecordSamples.Cluster, new PutObject(sample, null));

        var changed = Applied(created, new PutObject(bare, sample));
        var back = Applied(changed, new PutObject(sample, bare));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed.Find(bare.Id), Is.EqualTo(bare));
            Assert.That(back.Find(sample.Id), Is.EqualTo(sample));
        }
    }

    [Test]
    [Category("Tools")]
    public void Create_AclTargetsAndGroups_WithTheirRole_IsAcceptedByTheRealTools()
    {
        var role = new AclRole { Id = Id("operator"), Permissions = [new() { Kind = AclPermissionKind.Read, XPath = "/cib" }] };
        var target = new AclTarget { Id = Id("u1"), Name = "some user", Roles = [Id("operator")] };
        var group = new AclGroup { Id = Id("haclient"), Roles = [Id("operator")] };
        using var cibadmin = RealCibadmin.Holding(RecordSamples.Cluster);

        var after = Applied(RecordSamples.Cluster, new PutObject(target, null), new PutObject(group, null), new PutObject(role, null));
        var (exitCode, output) = cibadmin.Patch(PatchWriter.Write(RecordSamples.Cluster, after, pinned: true));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(cibadmin.Held.Find(target.Id), Is.EqualTo(target));
            Assert.That(cibadmin.Held.Find(group.Id), Is.EqualTo(group));
            Assert.That(cibadmin.Held.Find(role.Id), Is.EqualTo(role with { Permissions = [role.Permissions[0] with { Id = Id("operator-read") }] }));
        }
    }

    internal static CibDocument Applied(CibDocument document, params CibEdit[] edits)
    {
        var outcome = EditApplier.Apply(document, edits);
        Assert.That(outcome.Findings, Is.Empty);
        return outcome.After;
    }

    /// <summary>The same object with as little in it as it can have.</summary>
    private static CibObject Bare(CibObject sample) => sample switch
    {
        LocationConstraint location => location with { Role = null, Discovery = null, Lifetime = [], Rules = Take(location.Rules), ResourceSets = Take(location.ResourceSets) },
        ColocationConstraint colocation => colocation with
        {
            Score = Score.Of(1), DependentRole = null, PrimaryRole = null, NodeAttribute = null, Influence = null, Lifetime = [], ResourceSets = Take(colocation.ResourceSets),
        },
        OrderConstraint order => order with
        {
            FirstAction = null, ThenAction = null, Kind = null, Symmetrical = null, RequireAll = null, Lifetime = [], Score = null, ResourceSets = Take(order.ResourceSets),
        },
        TicketConstraint ticket => ticket with { Ticket = "other", Role = null, LossPolicy = null, ResourceSets = Take(ticket.ResourceSets) },
        AclRole role => role with { Description = null, Permissions = Take(role.Permissions) },
        CibAlert alert => new CibAlert { Id = alert.Id, Path = "/other" },
        Cib.Fencing.FencingLevel level => level with { Index = 3, Devices = [Id("f2"), Id("f1")] },
        Cib.Tags.CibTag tag => tag with { Members = [Id("b")] },
        _ => sample,
    };

    private static ValueList<T> Take<T>(ValueList<T> list) => list.Take(1).ToValueList();
}
