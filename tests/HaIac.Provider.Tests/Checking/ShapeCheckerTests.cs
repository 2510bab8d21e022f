using HaIac.Operating.Findings;
using HaIac.Provider.Checking;
using HaIac.Provider.Serving;

namespace HaIac.Provider.Tests.Checking;

public sealed class ShapeCheckerTests
{
    private const string Primitive = "haiac:cib:Primitive";
    private const string Clone = "haiac:cib:Clone";
    private const string Location = "haiac:cib:LocationConstraint";
    private const string Bundle = "haiac:cib:Bundle";
    private const string Service = "haiac:services:Service";

    [TestCase(Primitive, """{"cibId":"vip","agent":"ocf:heartbeat:IPaddr2","parameters":{"ip":"192.0.2.10","cidr_netmask":24},"operations":[{"name":"monitor","interval":"10s","timeout":20}]}""")]
    [TestCase(Primitive, """{"cibId":"vip","agent":"systemd:haproxy","meta":{"migration-threshold":3,"is-managed":true},"operations":null}""")]
    [TestCase("haiac:cib:Group", """{"cibId":"g","primitives":[{"cibId":"a","agent":"ocf:pacemaker:Dummy"},{"cibId":"b","agent":"ocf:pacemaker:Dummy"}]}""")]
    [TestCase(Clone, """{"cibId":"c","primitive":{"cibId":"a","agent":"ocf:pacemaker:Stateful"},"promotable":"yes","meta":{"interleave":"on"}}""")]
    [TestCase("haiac:cib:LocationConstraint", """{"cibId":"l","resource":"a","node":"ctl1","score":100,"role":"Promoted","discovery":"exclusive"}""")]
    [TestCase(Location, """{"cibId":"l","resource":"a","score":0,"discovery":"exclusive","rule":{"conditions":[{"attribute":"osprole","comparison":"eq","value":"controller"}]}}""")]
    [TestCase("haiac:cib:ColocationConstraint", """{"cibId":"l","dependent":"a","primary":"b","score":"-INFINITY"}""")]
    [TestCase("haiac:cib:OrderConstraint", """{"cibId":"l","first":"a","then":"b","kind":"Optional","symmetrical":false}""")]
    [TestCase("haiac:cib:ClusterProperties", """{"properties":{"stonith-enabled":false,"own-name":"x"}}""")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"proxy:1","replicas":3,"network":"host"}}""")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"db:1","replicas":3,"promotedMax":3},"network":{"controlPort":3123},"primitive":{"cibId":"db","agent":"ocf:heartbeat:galera"}}""")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"db:1"},"network":"(unknown)","primitive":{"cibId":"db","agent":"ocf:heartbeat:galera"}}""")]
    [TestCase(Service, """{"serviceName":"heat-api","haMode":"Disabled"}""")]
    [TestCase(Service, """{"serviceName":"heat-api","haMode":"Disabled","unit":"openstack-heat-api","nodes":["ctl1","ctl2"],"running":true,"enabled":false,"restartOn":{"/etc/heat.conf":"abc"},"onChange":"reload"}""")]
    [TestCase(Service, """{"serviceName":"heat-api","haMode":"ActivePassive","managesPrimitive":false,"prefix":"p_","noop":true}""")]
    [TestCase(Service, """{"serviceName":"heat-api","haMode":"ActivePassive","group":{"cibId":"g","primitives":[{"cibId":"a","agent":"ocf:mine:heat"}]},"scripts":[{"path":"/usr/lib/ocf/resource.d/mine/heat","content":"#!/bin/sh","mode":"0755"}],"handler":{"install":false,"directory":"/opt"}}""")]
    [TestCase(Service, """{"serviceName":"x","haMode":"Disabled","takeover":{"enabled":true,"onStart":true,"onStop":false,"onRefresh":false,"mask":true,"onFailure":"warning","units":["a"],"excludedManagers":["sysvinit"],"nativeStandards":["systemd"]},"optIn":{"enabled":true,"score":"100"},"waits":{"instances":"all","promoted":true,"interval":"1s","limit":"10min","commandTimeout":"60s","onTimeout":"warning"},"cleanup":{"onStart":"failed","onStop":"never","onStatus":"always"},"restart":{"onlyIfRunning":true,"preferReload":true,"inMaintenance":false,"goesOnAfterFailure":false,"lockLimit":"15min"},"status":{"simple":"global","clone":"local","promotable":"local","location":false,"failures":true}}""")]
    [TestCase(Service, """{"serviceName":"heat-api","haMode":"ActiveActive","clone":{"cibId":"heat-api-clone","primitive":{"cibId":"heat-api","agent":"systemd:heat-api"}},"orders":[{"cibId":"o","first":"x","then":"heat-api-clone"}]}""")]
    [TestCase(Primitive, """{"cibId":"(unknown)","agent":"(unknown)","parameters":"(unknown)","operations":["(unknown)"]}""")]
    [TestCase(Primitive, """{"cibId":"vip","agent":"ocf:heartbeat:IPaddr2","parameters":{"ip":"(unknown)"},"operations":[{"name":"monitor","interval":"(unknown)"}]}""")]
    public void Check_FittingInputs_FindsNothing(string type, string inputs)
    {
        Assert.That(Findings(type, inputs), Is.Empty);
    }

    [TestCase(Primitive, """{"cibId":"a"}""", "HAI2002", "agent")]
    [TestCase(Primitive, """{"cibId":"a b","agent":"ocf:pacemaker:Dummy"}""", "HAI2010", "cibId")]
    [TestCase(Primitive, """{"cibId":"a","agent":"ocf:Dummy"}""", "HAI2013", "agent")]
    [TestCase(Primitive, """{"cibId":"a","agent":["x"]}""", "HAI2003", "agent")]
    [TestCase(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","parameter":{}}""", "HAI2001", "parameter")]
    [TestCase(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","parameters":"x"}""", "HAI2003", "parameters")]
    [TestCase(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","parameters":{"":"x"}}""", "HAI2015", "parameters[\"\"]")]
    [TestCase(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","parameters":{"fake":"a\u0001b"}}""", "HAI2015", "parameters.fake")]
    [TestCase(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"20x"}]}""", "HAI2011", "operations[0].interval")]
    [TestCase(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","onFail":"explode"}]}""", "HAI2004", "operations[0].onFail")]
    [TestCase(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"60s"},{"name":"monitor","interval":"1min","role":"Promoted"}]}""", "HAI2023", "operations[1]")]
    [TestCase(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","extra":{"on-fail":"stop"}}]}""", "HAI2004", "operations[0].extra[\"on-fail\"]")]
    [TestCase(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","meta":{"target-role":"Startd"}}""", "HAI2004", "meta[\"target-role\"]")]
    [TestCase(Clone, """{"cibId":"a"}""", "HAI2021", "primitive")]
    [TestCase(Clone, """{"cibId":"a","primitive":{"cibId":"a","agent":"ocf:pacemaker:Dummy"}}""", "HAI2020", "primitive.cibId")]
    [TestCase(Clone, """{"cibId":"a","primitive":{"agent":"ocf:pacemaker:Dummy"}}""", "HAI2002", "primitive.cibId")]
    [TestCase(Location, """{"cibId":"l","resource":"a","score":"1"}""", "HAI2021", "node")]
    [TestCase(Location, """{"cibId":"l","resource":"a","score":"1","rule":{"conditions":[]}}""", "HAI2002", "rule.conditions")]
    [TestCase(Location, """{"cibId":"l","resource":"a","score":"1","rule":{"conditions":[{"attribute":"x","comparison":"=="}]}}""", "HAI2004", "rule.conditions[0].comparison")]
    [TestCase(Location, """{"cibId":"l","resource":"a","score":"1","rule":{"conditions":[{"attribute":"x","comparison":"eq"}]}}""", "HAI2002", "rule.conditions[0].value")]
    [TestCase(Location, """{"cibId":"l","resource":"a","score":"1","rule":{"conditions":[{"attribute":"x","comparison":"defined","value":"1"}]}}""", "HAI2004", "rule.conditions[0].value")]
    [TestCase(Bundle, """{"cibId":"b"}""", "HAI2002", "container")]
    [TestCase(Bundle, """{"cibId":"b","container":{}}""", "HAI2002", "container.image")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"x","technology":"lxc"}}""", "HAI2004", "container.technology")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"x","replicas":0}}""", "HAI2004", "container.replicas")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"x","promotedMax":1}}""", "HAI2022", "container.promotedMax")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"x","replicas":2,"promotedMax":3},"network":{"controlPort":3123},"primitive":{"cibId":"db","agent":"ocf:heartbeat:galera"}}""", "HAI2004", "container.promotedMax")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"x"},"primitive":{"cibId":"db","agent":"ocf:heartbeat:galera"}}""", "HAI2002", "network")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"x"},"network":{"controlPort":70000}}""", "HAI2004", "network.controlPort")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"x"},"network":{"ports":[{"port":80,"range":"80-90"}]}}""", "HAI2021", "network.ports[0].port")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"x"},"network":{"ports":[{"internalPort":80,"range":"80-90"}]}}""", "HAI2004", "network.ports[0].internalPort")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"x"},"storage":[{"targetDir":"/var"}]}""", "HAI2021", "storage[0].sourceDir")]
    [TestCase(Bundle, """{"cibId":"b","container":{"image":"x"},"network":{"controlPort":1},"primitive":{"cibId":"b","agent":"ocf:heartbeat:galera"}}""", "HAI2020", "primitive.cibId")]
    [TestCase("haiac:cib:Group", """{"cibId":"g","primitives":[]}""", "HAI2002", "primitives")]
    [TestCase("haiac:cib:LocationConstraint", """{"cibId":"l","resource":"a","node":"ctl 1","score":"1"}""", "HAI2014", "node")]
    [TestCase("haiac:cib:LocationConstraint", """{"cibId":"l","resource":"a","node":"ctl1","score":"much"}""", "HAI2012", "score")]
    [TestCase("haiac:cib:OrderConstraint", """{"cibId":"l","first":"a","then":"a"}""", "HAI2024", "then")]
    [TestCase(Service, """{"serviceName":"x","haMode":"ActivePassive"}""", "HAI2022", "primitive")]
    [TestCase(Service, """{"serviceName":"x","haMode":"ActivePassive","clone":{"cibId":"c","primitive":{"cibId":"a","agent":"ocf:pacemaker:Dummy"}},"primitive":{"cibId":"b","agent":"ocf:pacemaker:Dummy"}}""", "HAI2022", "clone")]
    [TestCase(Service, """{"serviceName":"x","haMode":"ActivePassive","managesPrimitive":false,"primitive":{"cibId":"b","agent":"ocf:pacemaker:Dummy"}}""", "HAI2022", "primitive")]
    [TestCase(Service, """{"serviceName":"x","haMode":"ActivePassive","running":true,"primitive":{"cibId":"b","agent":"ocf:pacemaker:Dummy"}}""", "HAI2022", "running")]
    [TestCase(Service, """{"serviceName":"x","haMode":"ActivePassive","primitive":{"cibId":"b","agent":"ocf:pacemaker:Dummy","meta":{"interleave":true}}}""", "HAI2025", "primitive.meta.interleave")]
    [TestCase(Service, """{"serviceName":"x","haMode":"ActiveActive","clone":{"cibId":"c","primitive":{"cibId":"b","agent":"ocf:pacemaker:Dummy","meta":{"clone-max":2}}}}""", "HAI2025", "clone.primitive.meta[\"clone-max\"]")]
    [TestCase(Service, """{"serviceName":"x","haMode":"Disabled","scripts":[{"path":"bin/x","content":""}]}""", "HAI2026", "scripts[0].path")]
    [TestCase(Service, """{"serviceName":"x","haMode":"Disabled","scripts":[{"path":"/bin/../x","content":""}]}""", "HAI2026", "scripts[0].path")]
    [TestCase(Service, """{"serviceName":"x","haMode":"Disabled","scripts":[{"path":"/x","content":""},{"path":"/x","content":"2"}]}""", "HAI2026", "scripts[1].path")]
    [TestCase(Service, """{"serviceName":"x","haMode":"Disabled","scripts":[{"path":"/x","content":"","mode":"rwx"}]}""", "HAI2004", "scripts[0].mode")]
    [TestCase(Service, """{"serviceName":"x","haMode":"Disabled","nodes":"ctl1"}""", "HAI2003", "nodes")]
    [TestCase(Service, """{"serviceName":"x","haMode":"Disabled","takeover":{"onFailure":"ignore"}}""", "HAI2004", "takeover.onFailure")]
    [TestCase(Service, """{"serviceName":"x","haMode":"Disabled","primitive":{"cibId":"a","agent":"ocf:pacemaker:Dummy"}}""", "HAI2022", "primitive")]
    [TestCase(Service, """{"serviceName":"x","haMode":"Promotable","clone":{"cibId":"c","primitive":{"cibId":"a","agent":"ocf:pacemaker:Stateful"}}}""", "HAI2022", "clone.promotable")]
    public void Check_UnfittingInputs_NamesPropertyAndCode(string type, string inputs, string code, string property)
    {
        Assert.That(Findings(type, inputs).Select(finding => (finding.Code.Code, finding.Property)), Is.EqualTo([(code, property)]));
    }

    [Test]
    public void Check_ManyFaults_ReportsAllAtOnce()
    {
        var findings = Findings(Primitive, """{"cibId":"1a","agnt":"x","operations":[{"interval":"20x"},{"name":"stop","timeout":"soon"}]}""");

        Assert.That(findings.Select(finding => finding.Property), Is.EquivalentTo(["cibId", "agnt", "agent", "operations[0].name", "operations[0].interval", "operations[1].timeout"]));
    }

    [Test]
    public void Check_IntervalWithUnknownUnit_QuotesItAndListsSpellings()
    {
        var finding = Findings(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"20x"}]}""").Single();

        Assert.That(finding.ToString(), Does.Contain("\"20x\"").And.Contain("20s").And.Contain("5min").And.Contain("haiac:cib:Primitive \"test\"")
            .And.Contain("what").And.Contain("where").And.Contain("why").And.Contain("mend"));
    }

    [Test]
    public void Check_BadId_NamesTheCharacter()
    {
        Assert.That(Findings(Primitive, """{"cibId":"heat/api","agent":"ocf:pacemaker:Dummy"}""").Single().Why, Does.Contain("'/'"));
    }

    [Test]
    public void Check_UnknownKey_SuggestsTheNearest()
    {
        Assert.That(Findings(Primitive, """{"cibId":"a","agent":"ocf:pacemaker:Dummy","operation":[]}""").Single().Mend, Does.Contain("\"operations\""));
    }

    [Test]
    public void Check_BadSecret_IsNotQuoted()
    {
        var finding = Findings(Primitive, """{"cibId":"(secret) hush hush","agent":"ocf:pacemaker:Dummy"}""").Single();

        Assert.That(finding.ToString(), Does.Not.Contain("hush"));
    }

    [Test]
    [Property("Requirement", "M2")]
    public void Check_NumbersAndBooleans_BecomeTexts()
    {
        var outcome = ShapeChecker.Check(ResourceKinds.All[Primitive].Shape, Props.Of("""{"cibId":"a","agent":"ocf:pacemaker:Dummy","parameters":{"n":3,"b":true,"none":null,"s":"(secret) x"}}"""), "test");

        var parameters = outcome.Inputs.At("parameters");
        Assert.That(parameters.WithSecret(false), Is.EqualTo(Props.Value("""{"n":"3","b":"true","s":"(secret) x"}""")));
    }

    [Test]
    public void Check_ColocationWithoutScore_FillsInInfinity()
    {
        var outcome = ShapeChecker.Check(ResourceKinds.All["haiac:cib:ColocationConstraint"].Shape, Props.Of("""{"cibId":"c","dependent":"a","primary":"b"}"""), "test");

        Assert.That(outcome.Inputs.At("score"), Is.EqualTo(Props.Value("\"INFINITY\"")));
    }

    private static IReadOnlyList<Finding> Findings(string type, string inputs) =>
        ShapeChecker.Check(ResourceKinds.All[type].Shape, Props.Of(inputs), $"{type} \"test\"").Findings;
}
