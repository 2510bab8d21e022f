using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;

namespace HaIac.Operating.Tests.Reporting;

[Property("Correction", "F3")]
internal sealed class EffectiveSettingsTests
{
    private const string Defaults = """<meta_attributes id="rsc-options"><nvpair id="d1" name="is-managed" value="false"/></meta_attributes>""";

    [Test]
    public void Managed_NothingSet_IsTrueByDefault() =>
        Assert.That(Managed(Cibs.Dummy("api")), Is.EqualTo(new EffectiveValue("true", EffectiveValue.DefaultSource)));

    [Test]
    public void Managed_SetOnTheClone_IsInherited() =>
        Assert.That(Managed($"<clone id=\"c\">{Cibs.Dummy("api")}{Cibs.Meta("c", "is-managed=false")}</clone>").ToString(), Is.EqualTo("false (clone c)"));

    [Test]
    public void Managed_SetOnThePrimitive_OutranksTheClone() =>
        Assert.That(Managed($"<clone id=\"c\">{Cibs.Dummy("api", "is-managed=true")}{Cibs.Meta("c", "is-managed=false")}</clone>").ToString(), Is.EqualTo("true (primitive api)"));

    [Test]
    public void Managed_SetInATemplate_OutranksTheGroup() => Assert.That(
        Managed($"<template id=\"t\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\">{Cibs.Meta("t", "is-managed=false")}</template><group id=\"g\"><primitive id=\"api\" template=\"t\"/>{Cibs.Meta("g", "is-managed=true")}</group>").ToString(),
        Is.EqualTo("false (template t)"));

    [Test]
    public void Managed_ResourceDefaults_CountLast() =>
        Assert.That(Managed(Cibs.Dummy("api"), defaults: Defaults).ToString(), Is.EqualTo("false (rsc_defaults rsc-options)"));

    [Test]
    public void Managed_OwnValue_OutranksTheDefaults() => Assert.That(Managed(Cibs.Dummy("api", "is-managed=true"), defaults: Defaults).IsTrue, Is.True);

    [Test]
    public void Managed_ClusterInMaintenance_OutranksAll() => Assert.That(
        Managed(Cibs.Dummy("api", "is-managed=true"), Cibs.Option("maintenance-mode=true")).ToString(), Is.EqualTo("false (cluster option maintenance-mode)"));

    [Test]
    public void Managed_ResourceInMaintenance_IsNotManaged() => Assert.That(Managed(Cibs.Dummy("api", "maintenance=true is-managed=true")).IsTrue, Is.False);

    [Test]
    public void Managed_SetWithHigherScore_Counts()
    {
        const string Api = """
            <primitive id="api" class="ocf" provider="pacemaker" type="Dummy"><meta_attributes id="a"><nvpair id="a1" name="is-managed" value="true"/></meta_attributes>
            <meta_attributes id="b" score="5"><nvpair id="b1" name="is-managed" value="false"/></meta_attributes></primitive>
            """;

        Assert.That(Managed(Api).IsTrue, Is.False);
    }

    [Test]
    public void Conditional_SetWithRule_IsNamed()
    {
        var cib = Cibs.Of("""
            <primitive id="api" class="ocf" provider="pacemaker" type="Dummy"><meta_attributes id="night"><rule id="r" score="0"><date_expression id="e" operation="date_spec"><date_spec id="s" hours="0-5"/></date_expression></rule>
            <nvpair id="n1" name="is-managed" value="false"/></meta_attributes></primitive>
            """);
        var chain = ServiceResolver.Resolve(new("api"), cib).Chain;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(EffectiveSettings.Managed(cib, chain).IsTrue, Is.True);
            Assert.That(EffectiveSettings.Conditional(cib, chain, "is-managed").Single(), Does.Contain("night").And.Contain("while its rule holds"));
        }
    }

    [Test]
    public void TargetRole_OldWord_IsTheModernRole() =>
        Assert.That(EffectiveSettings.TargetRole(Cibs.Of(Cibs.Dummy("api", "target-role=Slave")), ServiceResolver.Resolve(new("api"), Cibs.Of(Cibs.Dummy("api", "target-role=Slave"))).Chain).Value, Is.EqualTo("Unpromoted"));

    private static EffectiveValue Managed(string resources, string options = "", string defaults = "")
    {
        var cib = Cibs.Of(resources, options: options, defaults: defaults);
        return EffectiveSettings.Managed(cib, ServiceResolver.Resolve(new("api"), cib).Chain);
    }
}
