using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;

namespace HaIac.Operating.Tests.Lifecycle;

internal sealed class MetaPlanTests
{
    [Test]
    [Property("Correction", "H6")]
    public void Start_Stopped_TakesTheValueOutInsteadOfWritingAnother()
    {
        var after = Apply(MetaPlan.Start, Cibs.Of(Cibs.Dummy("api", "target-role=Stopped priority=5")));

        Assert.That(after.ToXml(), Does.Not.Contain("target-role").And.Contain("priority"));
    }

    [TestCase("")]
    [TestCase("target-role=Started")]
    [TestCase("target-role=Unpromoted")]
    [Property("Correction", "H6")]
    [Property("Requirement", "A7")]
    public void Start_NotStopped_WritesNothing(string meta)
    {
        var cib = Cibs.Of(Cibs.Dummy("api", meta));

        Assert.That(MetaPlan.Start(cib, new("api")), Is.Empty);
    }

    [Test]
    [Property("Requirement", "H6")]
    public void Start_StoppedOnPrimitiveAndWrapper_FreesBothInOneEdit()
    {
        var cib = Cibs.Of($"<clone id=\"c\">{Cibs.Dummy("api", "target-role=Stopped")}{Cibs.Meta("c", "target-role=Stopped clone-max=2")}</clone>");

        var edits = MetaPlan.Start(cib, new("api"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(edits, Has.Count.EqualTo(1));
            Assert.That(Done(cib, edits).ToXml(), Does.Not.Contain("target-role").And.Contain("clone-max"));
        }
    }

    [Test]
    [Property("Correction", "F3")]
    public void Start_StoppedByTheDefaults_IsOutweighed()
    {
        var cib = Cibs.Of(Cibs.Dummy("api") + Cibs.Dummy("other"), defaults: Cibs.Meta("d", "target-role=Stopped"));

        var after = Apply(MetaPlan.Start, cib);

        Assert.That((Role(after, "api"), Role(after, "other")), Is.EqualTo(("Started", "Stopped")));
    }

    [Test]
    [Property("Correction", "F3")]
    public void Start_StoppedByATemplate_IsOutweighedOnThePrimitive()
    {
        var cib = Cibs.Of($"<template id=\"t\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\">{Cibs.Meta("t", "target-role=Stopped")}</template><clone id=\"c\"><primitive id=\"api\" template=\"t\"/></clone>");

        Assert.That(Role(Apply(MetaPlan.Start, cib), "api"), Is.EqualTo("Started"));
    }

    [Test]
    [Property("Requirement", "I2")]
    public void Stop_Simple_SetsTheRoleOfThePrimitive() => Assert.That(Role(Apply(MetaPlan.Stop, Cibs.Of(Cibs.Dummy("api"))), "api"), Is.EqualTo("Stopped"));

    [Test]
    [Property("Requirement", "D3")]
    public void Stop_Cloned_SetsTheRoleOfTheClone()
    {
        var after = Apply(MetaPlan.Stop, Cibs.Of($"<clone id=\"c\">{Cibs.Dummy("api")}</clone>"));

        Assert.That(EffectiveSettings.TargetRole(after, ServiceResolver.Resolve(new("api"), after).Chain).Source, Is.EqualTo("clone c"));
    }

    [Test]
    public void Stop_InnerRoleOutranks_TakesItOut()
    {
        var after = Apply(MetaPlan.Stop, Cibs.Of($"<clone id=\"c\">{Cibs.Dummy("api", "target-role=Started")}</clone>"));

        Assert.That(Role(after, "api"), Is.EqualTo("Stopped"));
    }

    [Test]
    [Property("Correction", "I6")]
    public void Stop_GroupMember_StopsThatMemberAlone()
    {
        var after = Apply(MetaPlan.Stop, Cibs.Of($"<group id=\"g\">{Cibs.Dummy("first")}{Cibs.Dummy("api")}{Cibs.Dummy("last")}</group>"));

        Assert.That((Role(after, "first"), Role(after, "api")), Is.EqualTo(("Started", "Stopped")));
    }

    [Test]
    public void Stop_StoppedAlready_WritesNothing() => Assert.That(MetaPlan.Stop(Cibs.Of(Cibs.Dummy("api", "target-role=Stopped")), new("api")), Is.Empty);

    [Test]
    [Property("Requirement", "F1")]
    public void Unmanage_ThenManage_LeavesTheCibAsItWas()
    {
        var cib = Cibs.Of($"<clone id=\"c\">{Cibs.Dummy("api", "priority=1")}</clone>");

        var without = Apply(MetaPlan.Unmanage, cib);
        var with = Apply(MetaPlan.Manage, without);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(EffectiveSettings.Managed(without, ServiceResolver.Resolve(new("api"), without).Chain).IsTrue, Is.False);
            Assert.That(with.ToXml(), Is.EqualTo(cib.ToXml()));
        }
    }

    [Test]
    [Property("Correction", "F3")]
    public void Manage_ClusterInMaintenance_LeavesThat()
    {
        var cib = Cibs.Of(Cibs.Dummy("api"), options: Cibs.Option("maintenance-mode=true"));

        Assert.That(MetaPlan.Manage(cib, new("api")), Is.Empty);
    }

    [Test]
    public void Manage_OwnMaintenance_Ends() => Assert.That(Apply(MetaPlan.Manage, Cibs.Of(Cibs.Dummy("api", "maintenance=true"))).ToXml(), Does.Not.Contain("maintenance=\"true\"").And.Not.Contain("name=\"maintenance\""));

    [Test]
    [Property("Correction", "M5")]
    public void Start_SomebodyElseChangesTheResourceMeanwhile_IsNoConflict()
    {
        var seen = Cibs.Of(Cibs.Dummy("api", "target-role=Stopped priority=5"));
        var edits = MetaPlan.Start(seen, new("api"));
        var now = Cibs.Of(Cibs.Dummy("api", "target-role=Stopped priority=9 resource-stickiness=1"));

        var outcome = EditApplier.Apply(now, edits);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.True);
            Assert.That(outcome.After.ToXml(), Does.Contain("value=\"9\"").And.Contain("resource-stickiness").And.Not.Contain("target-role"));
        }
    }

    private static CibDocument Apply(Func<CibDocument, HaIac.Operating.Services.ServiceProfile, IReadOnlyList<CibEdit>> plan, CibDocument cib) => Done(cib, plan(cib, new("api")));

    private static CibDocument Done(CibDocument cib, IReadOnlyList<CibEdit> edits)
    {
        var outcome = EditApplier.Apply(cib, edits);
        Assert.That(outcome.Findings, Is.Empty);
        return outcome.After;
    }

    private static string Role(CibDocument cib, string name) => EffectiveSettings.TargetRole(cib, ServiceResolver.Resolve(new(name), cib).Chain).Value;
}
