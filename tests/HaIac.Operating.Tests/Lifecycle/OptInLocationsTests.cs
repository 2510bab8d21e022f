using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Naming;
using HaIac.Operating.Services;

namespace HaIac.Operating.Tests.Lifecycle;

internal sealed class OptInLocationsTests
{
    private static readonly NodeName[] s_nodes = [NodeName.Parse("ctl1"), NodeName.Parse("ctl2")];
    private static readonly OptInSettings s_on = new() { Enabled = true };

    [Test]
    [Property("Requirement", "J1")]
    public void Allow_Clone_NamesTheOuterIdWithScore100()
    {
        var cib = Cibs.Of($"<clone id=\"api-clone\">{Cibs.Dummy("api")}</clone>");

        var after = EditApplier.Apply(cib, OptInLocations.Allow(cib, ServiceResolver.Resolve(new("api"), cib), s_nodes, s_on)).After.ToXml();

        Assert.That(after, Does.Contain("id=\"api-clone-on-ctl1\" rsc=\"api-clone\"").And.Contain("api-clone-on-ctl2").And.Contain("score=\"100\""));
    }

    [Test]
    [Property("Requirement", "J2")]
    public void Allow_SwitchedOff_WritesNothing()
    {
        var cib = Cibs.Of(Cibs.Dummy("api"));

        Assert.That(OptInLocations.Allow(cib, ServiceResolver.Resolve(new("api"), cib), s_nodes, new()), Is.Empty);
    }

    [Test]
    [Property("Correction", "J4")]
    public void Allow_EqualOneUnderAnotherId_IsAdopted()
    {
        var cib = Cibs.Of(Cibs.Dummy("api"), """<rsc_location id="location-api-ctl1-100" rsc="api" node="ctl1" score="100"/>""");

        var edits = OptInLocations.Allow(cib, ServiceResolver.Resolve(new("api"), cib), s_nodes, s_on);

        Assert.That(edits.Select(edit => edit.Id.Value), Is.EqualTo(["api-on-ctl2"]));
    }

    [Test]
    [Property("Correction", "J4")]
    public void AllowThenForbid_SameId_LeavesNothing()
    {
        var cib = Cibs.Of(Cibs.Dummy("api"));
        var with = EditApplier.Apply(cib, OptInLocations.Allow(cib, ServiceResolver.Resolve(new("api"), cib), s_nodes[..1], s_on)).After;

        var without = EditApplier.Apply(with, OptInLocations.Forbid(with, ServiceResolver.Resolve(new("api"), with), s_nodes[0], s_on)).After;

        Assert.That(without.ToXml(), Is.EqualTo(cib.ToXml()));
    }

    [Test]
    [Property("Requirement", "J3")]
    public void Allow_ManyWritersAtOnce_KeepsEachOthersConstraints()
    {
        var cib = Cibs.Of(Cibs.Dummy("api"));
        var service = ServiceResolver.Resolve(new("api"), cib);
        var first = OptInLocations.Allow(cib, service, s_nodes[..1], s_on);
        var second = OptInLocations.Allow(cib, service, s_nodes[1..], s_on);

        var after = EditApplier.Apply(EditApplier.Apply(cib, first).After, second).After;

        Assert.That(after.Constraints.Select(constraint => constraint.Id.Value), Is.EqualTo(["api-on-ctl1", "api-on-ctl2"]));
    }
}
