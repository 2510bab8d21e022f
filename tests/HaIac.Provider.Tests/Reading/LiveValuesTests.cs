using HaIac.Provider.Diffing;
using HaIac.Provider.Reading;
using HaIac.Provider.Serving;

namespace HaIac.Provider.Tests.Reading;

public sealed class LiveValuesTests
{
    private const string Declared = """{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":"3","target-role":"Started"},"operations":[{"name":"monitor","interval":"60s"},{"name":"start","interval":"0s","timeout":"5"}]}""";

    [TestCase("""{"agent":"ocf:pacemaker:Dummy","meta":{"target-role":"Stopped","migration-threshold":"3","added":"x"},"operations":[{"name":"start","timeout":"5s"},{"name":"monitor","interval":"1min"},{"name":"stop"}]}""")]
    [Property("Correction", "M3")]
    [Property("Correction", "M5")]
    [Property("Correction", "M6")]
    public void Of_OthersAddedAndSpelledDifferently_IsNoDrift(string live)
    {
        var shape = ResourceKinds.All["haiac:cib:Primitive"].Shape;

        var now = LiveValues.Of(shape, Props.Of(Declared), Props.Of(live));

        Assert.That(InputComparer.Compare(shape, Props.Of(Declared), now), Is.Empty);
    }

    [TestCase("""{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":"5"},"operations":[{"name":"monitor","interval":"60s"},{"name":"start","timeout":"5"}]}""", "meta[\"migration-threshold\"]")]
    [TestCase("""{"agent":"ocf:pacemaker:Dummy","operations":[{"name":"monitor","interval":"60s"},{"name":"start","timeout":"5"}]}""", "meta[\"migration-threshold\"]")]
    [TestCase("""{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":"3"},"operations":[{"name":"monitor","interval":"90s"},{"name":"start","timeout":"5"}]}""", "operations[0].interval")]
    [TestCase("""{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":"3"},"operations":[{"name":"monitor","interval":"60s"}]}""", "operations[1]")]
    [TestCase("""{"agent":"ocf:heartbeat:Dummy","meta":{"migration-threshold":"3"},"operations":[{"name":"monitor","interval":"60s"},{"name":"start","timeout":"5"}]}""", "agent")]
    public void Of_DeclaredValueChanged_IsDrift(string live, string path)
    {
        var shape = ResourceKinds.All["haiac:cib:Primitive"].Shape;

        var now = LiveValues.Of(shape, Props.Of(Declared), Props.Of(live));

        Assert.That(InputComparer.Compare(shape, Props.Of(Declared), now).Select(change => change.Path), Is.EqualTo([path]));
    }

    [Test]
    public void Of_Secret_StaysSecret()
    {
        var now = LiveValues.Of(ResourceKinds.All["haiac:cib:Primitive"].Shape, Props.Of("""{"parameters":{"passwd":"(secret) a"}}"""), Props.Of("""{"parameters":{"passwd":"b"}}"""));

        Assert.That(now.At("parameters", "passwd"), Is.EqualTo(Props.Value("\"(secret) b\"")));
    }
}
