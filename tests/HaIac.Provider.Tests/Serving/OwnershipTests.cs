using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Protocol.Messages;
using Newtonsoft.Json.Linq;

namespace HaIac.Provider.Tests.Serving;

/// <summary>What becomes of values that the program does not declare, on a virtual cluster and through the whole plugin.</summary>
[Category("Tools")]
public sealed class OwnershipTests
{
    private const string Type = "haiac:cib:Primitive";
    private const string Declared = """{"agent":"ocf:pacemaker:Dummy","meta":{"migration-threshold":3},"operations":[{"name":"monitor","interval":"60s"}]}""";

    // The original compared whole hashes: what a shell adds by itself (operations that the agent advises, its default parameters) was drift in every run.
    [Test]
    [Property("Correction", "M6")]
    [Property("Correction", "M5")]
    [Property("Requirement", "M3")]
    public async Task Read_DefaultsAddedByOthersAndOperatorState_AreNoDrift()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, old) = await cluster.Plugin.CreateAsync(Type, "vip", Declared);
        await OthersAsync(cluster);

        var plugin = await cluster.AnotherAsync();
        var read = await plugin.ReadAsync(Type, "vip", id, old);
        var diff = await plugin.DiffAsync(Type, "vip", id, read.Inputs!, WithId);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Inputs, Is.EqualTo(JObject.Parse(WithId)).Using<JObject>(JToken.DeepEquals));
            Assert.That(diff.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffNone));
            Assert.That(plugin.Logs.Select(log => log.Message), Has.One.Contain("Set by operators").And.Contain("target-role=Stopped of vip"));
        }
    }

    [Test]
    [Property("Correction", "M5")]
    public async Task Update_OthersAddedToIt_LeavesWhatTheyAdded()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var (id, old) = await cluster.Plugin.CreateAsync(Type, "vip", Declared);
        await OthersAsync(cluster);

        await (await cluster.AnotherAsync()).UpdateAsync(Type, "vip", id, old, Declared.Replace("60s", "30s", StringComparison.Ordinal));

        var live = await LiveAsync(cluster);
        Assert.That((live.InstanceAttributes.Find("fake"), live.MetaAttributes.Find("target-role"), live.Operations.Count, live.Operations[0].Interval.Value), Is.EqualTo(("x", "Stopped", 2, TimeSpan.FromSeconds(30))));
    }

    [Test]
    [Property("Requirement", "M5")]
    [Property("Requirement", "M3")]
    public async Task Update_OwnsAll_TakesOutWhatOthersAddedButNotWhatOperatorsSet()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        var all = Declared.Insert(1, "\"owns\":\"all\",");
        var (id, old) = await cluster.Plugin.CreateAsync(Type, "vip", all);
        await OthersAsync(cluster);
        var plugin = await cluster.AnotherAsync();

        var read = await plugin.ReadAsync(Type, "vip", id, old);
        var diff = await plugin.DiffAsync(Type, "vip", id, read.Outputs!, WithId.Insert(1, "\"owns\":\"all\","));
        await plugin.UpdateAsync(Type, "vip", id, read.Outputs!, all);

        var live = await LiveAsync(cluster);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diff.DetailedDiff.Keys, Is.EquivalentTo(["parameters", "operations[1]"]));
            Assert.That(live.InstanceAttributes, Is.Empty);
            Assert.That(live.Operations.Select(operation => operation.Name), Is.EqualTo(["monitor"]));
            Assert.That(live.MetaAttributes, Is.EqualTo(AttributeMap.Of(("migration-threshold", "3"), ("target-role", "Stopped"))));
        }
    }

    [Test]
    [Property("Requirement", "M3")]
    public async Task Configure_OperatorStateOfTheUsersOwn_DecidesWhatIsDrift()
    {
        await using var cluster = await VirtualPlugin.StartAsync();
        const string declared = """{"agent":"ocf:pacemaker:Dummy","meta":{"priority":1,"target-role":"Started"}}""";
        var (id, old) = await cluster.Plugin.CreateAsync(Type, "vip", declared);
        var before = await LiveAsync(cluster);
        await cluster.WriteAsync(new PutObject(before with { MetaAttributes = AttributeMap.Of(("priority", "9"), ("target-role", "Stopped")) }, before) { Ownership = new() { OperatorAttributes = [] } });

        var plugin = await cluster.AnotherAsync("priority, is-managed");
        var read = await plugin.ReadAsync(Type, "vip", id, old);

        Assert.That(read.Inputs!["meta"]!.ToObject<Dictionary<string, string>>(), Is.EqualTo(new Dictionary<string, string> { ["priority"] = "1", ["target-role"] = "Stopped" }));
    }

    private static string WithId => Declared.Insert(1, "\"cibId\":\"vip\",").Replace(":3}", ":\"3\"}", StringComparison.Ordinal);

    /// <summary>Adds what a shell adds by itself, and an operator's stop.</summary>
    private static async Task OthersAsync(VirtualPlugin cluster)
    {
        var before = await LiveAsync(cluster);
        await cluster.WriteAsync(new PutObject(before with
        {
            InstanceAttributes = AttributeMap.Of(("fake", "x")),
            MetaAttributes = before.MetaAttributes.Set("target-role", "Stopped"),
            Operations = [.. before.Operations, new CibOperation { Name = "start", Timeout = CibDuration.Parse("20s") }],
        }, before));
    }

    private static async Task<CibPrimitive> LiveAsync(VirtualPlugin cluster) => (CibPrimitive)(await cluster.CibAsync()).Find(CibId.Parse("vip"))!;
}
