using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;

namespace HaIac.Operating.Tests.Naming;

internal sealed class ServiceResolverTests
{
    private static readonly CibDocument s_cib = Cibs.Of(
        """
        <primitive id="p_vip" class="ocf" provider="heartbeat" type="IPaddr2"/>
        <primitive id="cinder-volume" class="systemd" type="cinder-volume"/>
        <clone id="clone_p_haproxy"><primitive id="p_haproxy" class="systemd" type="haproxy"/></clone>
        <clone id="agents"><group id="g-net"><primitive id="dhcp" class="systemd" type="neutron-dhcp-agent"/><primitive id="l3" class="systemd" type="neutron-l3-agent"/></group></clone>
        <master id="master_p_rabbitmq"><primitive id="p_rabbitmq" class="ocf" provider="rabbitmq" type="rabbitmq-server-ha"/></master>
        <clone id="db-clone"><meta_attributes id="m1"><nvpair id="m1p" name="promotable" value="true"/></meta_attributes><primitive id="db" class="ocf" provider="pacemaker" type="Stateful"/></clone>
        <bundle id="redis-bundle"><podman image="redis" replicas="3"/><primitive id="redis" class="ocf" provider="heartbeat" type="redis"/></bundle>
        <bundle id="box-bundle"><podman image="box" replicas="1"/></bundle>
        <primitive id="x_api" class="systemd" type="api"/>
        """);

    [TestCase("cinder-volume", "cinder-volume", "cinder-volume")]
    [TestCase("vip", "p_vip", "p_vip")]
    [TestCase("p_vip", "p_vip", "p_vip")]
    [TestCase("p_cinder-volume", "cinder-volume", "cinder-volume")]
    [TestCase("haproxy", "p_haproxy", "clone_p_haproxy")]
    [TestCase("clone_p_haproxy", "clone_p_haproxy", "clone_p_haproxy")]
    [TestCase("haproxy-clone", "p_haproxy", "clone_p_haproxy")]
    [TestCase("clone_haproxy", "p_haproxy", "clone_p_haproxy")]
    [TestCase("ms_db", "db", "db-clone")]
    [TestCase("master_rabbitmq", "p_rabbitmq", "master_p_rabbitmq")]
    [TestCase("redis", "redis", "redis-bundle")]
    [TestCase("redis-bundle", "redis-bundle", "redis-bundle")]
    [TestCase("box", "box-bundle", "box-bundle")]
    [Property("Requirement", "D1")]
    [Property("Requirement", "D2")]
    [Property("Requirement", "B3")]
    public void Resolve_NamesAsPeopleUseThem_FindsTheResource(string name, string id, string outer)
    {
        var service = ServiceResolver.Resolve(new(name), s_cib);

        Assert.That((service.Target.Id.Value, service.Outer.Id.Value), Is.EqualTo((id, outer)));
    }

    [TestCase("l3")]
    [TestCase("dhcp")]
    [TestCase("g-net")]
    [Property("Requirement", "D3")]
    [Property("Correction", "D3")]
    public void Resolve_InsideAClonedGroup_OuterIsTheClone(string name) =>
        Assert.That(ServiceResolver.Resolve(new(name), s_cib).Outer.Id.Value, Is.EqualTo("agents"));

    [TestCase("vip", ServiceKind.Simple)]
    [TestCase("haproxy", ServiceKind.Cloned)]
    [TestCase("dhcp", ServiceKind.Cloned)]
    [TestCase("rabbitmq", ServiceKind.Promotable)]
    [TestCase("db", ServiceKind.Promotable)]
    [TestCase("redis", ServiceKind.Bundle)]
    [Property("Correction", "G9")]
    public void Kind_ModernAndOldForms_AreToldApart(string name, ServiceKind kind) => Assert.That(ServiceResolver.Resolve(new(name), s_cib).Kind, Is.EqualTo(kind));

    [Test]
    [Property("Requirement", "D2")]
    public void Resolve_TitleUnknownServiceNameKnown_TakesTheServiceName() =>
        Assert.That(ServiceResolver.Resolve(new("load balancer") { ServiceName = "haproxy" }, s_cib).Target.Id.Value, Is.EqualTo("p_haproxy"));

    [Test]
    [Property("Requirement", "B3")]
    public void Resolve_DeclaredPrefix_IsTriedToo() => Assert.That(ServiceResolver.Resolve(new("api") { Prefix = "x_" }, s_cib).Target.Id.Value, Is.EqualTo("x_api"));

    [Test]
    public void Resolve_DeclaredId_IsTheOnlyOneTried()
    {
        var profile = new ServiceProfile("haproxy") { PrimitiveId = CibId.Parse("nothing") };

        Assert.That(() => ServiceResolver.Resolve(profile, s_cib), Throws.TypeOf<FindingException>());
    }

    [Test]
    [Property("Requirement", "D1")]
    public void Resolve_Unknown_ListsTriedAndNearNames()
    {
        var fault = Assert.Throws<FindingException>(() => ServiceResolver.Resolve(new("cinder-volum"), s_cib))!;

        Assert.That(fault.Message, Does.StartWith("HAI3401: Service is not in the cluster")
            .And.Contain("cinder-volum, p_cinder-volum").And.Contain("Did you mean cinder-volume"));
    }

    [TestCase("vip", null, "vip", "vip")]
    [TestCase("p_haproxy", null, "p_haproxy", "haproxy")]
    [TestCase("volumes", null, "cinder-volume", "cinder-volume")]
    [TestCase("any", "other.unit", "any", "other.unit")]
    [Property("Requirement", "D4")]
    public void UnitOf_NameOrUnit_IsTheUnitOfTheInitSystem(string name, string? unit, string serviceName, string expected) =>
        Assert.That(ServiceResolver.UnitOf(new(name) { Unit = unit, ServiceName = serviceName }), Is.EqualTo(expected));

    [Test]
    [Property("Requirement", "D4")]
    public void UnitOf_SystemdAgent_IsTheAgentsUnit()
    {
        var service = ServiceResolver.Resolve(new("dhcp"), s_cib);

        Assert.That(ServiceResolver.UnitOf(new("dhcp"), service.Primitives.Single()), Is.EqualTo("neutron-dhcp-agent"));
    }
}
