using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Provider.Tests.Serving;

/// <summary>Resources that are switched off, and previews: what would be done is told, and nothing is done.</summary>
[Category("Tools")]
public sealed class NoopTests
{
    private const string Type = "haiac:cib:Primitive";
    private const string On = """{"agent":"ocf:pacemaker:Dummy","meta":{"priority":1}}""";
    private const string Off = """{"agent":"ocf:pacemaker:Dummy","meta":{"priority":2},"noop":true}""";

    [Test]
    [Property("Requirement", "N5")]
    public async Task Create_SwitchedOff_TellsAndWritesNothing([Values] bool preview)
    {
        await using var cluster = await VirtualPlugin.StartAsync();

        var (_, outputs) = await cluster.Plugin.CreateAsync(Type, "vip", Off, preview);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Patches, Is.Zero);
            Assert.That(outputs["cibIds"], Is.Empty);
            Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Is.EqualTo(["noop: would create primitive vip. Nothing was done."]));
        }
    }

    [Test]
    [Property("Requirement", "N5")]
    public async Task Update_SwitchedOffAndOnAgain_GoesOnFromWhatWasAppliedLast()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, first) = await cluster.Plugin.CreateAsync(Type, "vip", On);

        var off = await cluster.Plugin.UpdateAsync(Type, "vip", id, first, Off);
        var patches = cluster.Patches;
        var read = await cluster.Plugin.ReadAsync(Type, "vip", id, off);
        await cluster.Plugin.UpdateAsync(Type, "vip", id, off, """{"agent":"ocf:pacemaker:Dummy","meta":{"priority":3}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(patches, Is.EqualTo(1), "Switched off, it writes nothing.");
            Assert.That(cluster.Plugin.Logs.Select(log => log.Message), Has.One.EqualTo("noop: would change primitive vip (meta_attributes.priority). Nothing was done."));
            Assert.That(read.Id, Is.EqualTo(id));
            Assert.That(((CibPrimitive)(await cluster.CibAsync()).Find(CibId.Parse("vip"))!).MetaAttributes, Is.EqualTo(AttributeMap.Of(("priority", "3"))));
        }
    }

    [Test]
    [Property("Requirement", "N5")]
    public async Task Update_SwitchedOnForTheFirstTime_Creates()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, off) = await cluster.Plugin.CreateAsync(Type, "vip", Off);

        var on = await cluster.Plugin.UpdateAsync(Type, "vip", id, off, On);

        Assert.That(((string?)on["cibIds"]![0], (await cluster.CibAsync()).FindElement(CibId.Parse("vip"))?.Name), Is.EqualTo(("vip", "primitive")));
    }

    [Test]
    [Property("Requirement", "N5")]
    public async Task Delete_SwitchedOff_LeavesItInTheClusterAndSaysSo()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, first) = await cluster.Plugin.CreateAsync(Type, "vip", On);
        var off = await cluster.Plugin.UpdateAsync(Type, "vip", id, first, Off);

        await cluster.Plugin.DeleteAsync(Type, "vip", id, off);

        Assert.That((await cluster.CibAsync()).FindElement(CibId.Parse("vip")), Is.Not.Null);
        Assert.That(cluster.Plugin.Logs[^1].Message, Does.Contain("vip stays in the cluster"));
    }

    [Test]
    [Property("Requirement", "N5")]
    public async Task Create_SwitchedOffClusterProperties_ComeWhenTheyAreSwitchedOn()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        const string options = "haiac:cib:ClusterProperties";
        var (id, off) = await cluster.Plugin.CreateAsync(options, "options", """{"properties":{"no-quorum-policy":"freeze"},"noop":true}""");
        var before = cluster.Patches;

        await cluster.Plugin.UpdateAsync(options, "options", id, off, """{"properties":{"no-quorum-policy":"freeze"}}""");

        Assert.That((before, (await cluster.CibAsync()).Properties.Properties.Find("no-quorum-policy")), Is.EqualTo((0, "freeze")));
    }
}
