using HaIac.CommandProvider.Tests.Kit;
using Pulumi;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;
using static HaIac.CommandProvider.Packaging.PackageTypes;

namespace HaIac.CommandProvider.Tests.Diffing;

/// <summary>What counts as a change, and what replaces.</summary>
[TestFixture]
internal sealed class DiffTests
{
    private PluginUnderTest plugin = null!;

    [SetUp]
    public void Make() => plugin = new PluginUnderTest();

    [TearDown]
    public void Remove() => plugin.Dispose();

    [Test]
    public async Task Diff_SameInputs_IsNoChange()
    {
        var inputs = Props.Of(("create", "x"), ("environment", Props.Map(("A", "a"))), ("triggers", new object[] { "one", new StringAsset("two") }));

        var diff = await plugin.DiffAsync(LocalCommand, inputs, inputs);

        Assert.That((diff.Changes, diff.DetailedDiff!.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public async Task Diff_OnlySecrecyChanged_IsNoChange()
    {
        var diff = await plugin.DiffAsync(LocalCommand, Props.Of(("create", Props.Secret("x"))), Props.Of(("create", "x")));

        Assert.That(diff.Changes, Is.False);
    }

    [Test]
    public async Task Diff_Changes_AreNamedByTheirPaths()
    {
        var diff = await plugin.DiffAsync(
            LocalCommand,
            Props.Of(("create", "x"), ("stdin", "s"), ("environment", Props.Map(("A", "a"), ("b.c", "1"))), ("interpreter", new[] { "sh", "-c" })),
            Props.Of(("create", "y"), ("environment", Props.Map(("A", "b"), ("b.c", "2"))), ("interpreter", new[] { "sh" }), ("dir", "d")));

        Assert.That(
            diff.DetailedDiff!.OrderBy(change => change.Key, StringComparer.Ordinal).Select(change => $"{change.Key} {change.Value.Kind}"),
            Is.EqualTo(new[] { "create Update", "dir Add", "environment.A Update", "environment[\"b.c\"] Update", "interpreter[1] Delete", "stdin Delete" }));
        Assert.That((diff.Changes, diff.Replaces!.Count, diff.DeleteBeforeReplace), Is.EqualTo((true, 0, false)));
    }

    [TestCase(LocalCommand)]
    [TestCase(RemoteCommand)]
    [TestCase(CopyToRemote)]
    public async Task Diff_Trigger_Replaces(string type)
    {
        var diff = await plugin.DiffAsync(type, Props.Of(("triggers", new object[] { "one", 2 })), Props.Of(("triggers", new object[] { "one", 3 })));

        Assert.That(diff.Replaces, Is.EqualTo(new[] { "triggers" }));
        Assert.That(diff.DetailedDiff!["triggers[1]"].Kind, Is.EqualTo(PropertyDiffKind.UpdateReplace));
    }

    [Test]
    public async Task Diff_FirstTrigger_Replaces()
    {
        var diff = await plugin.DiffAsync(LocalCommand, Props.Of(("create", "x")), Props.Of(("create", "x"), ("triggers", new[] { "one" })));

        Assert.That(diff.DetailedDiff!["triggers"].Kind, Is.EqualTo(PropertyDiffKind.AddReplace));
    }

    [Test]
    public async Task Diff_FileTrigger_IsComparedByItsContent()
    {
        var before = Props.Of(("triggers", new object[] { FileSource.HashedFile("a", new string('a', 64)) }));

        var moved = await plugin.DiffAsync(LocalCommand, before, Props.Of(("triggers", new object[] { FileSource.HashedFile("b", new string('a', 64)) })));
        var changed = await plugin.DiffAsync(LocalCommand, before, Props.Of(("triggers", new object[] { FileSource.HashedFile("a", new string('b', 64)) })));

        Assert.That((moved.Changes, changed.Changes), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Diff_TriggerNotKnownYet_Replaces()
    {
        var diff = await plugin.DiffAsync(LocalCommand, Props.Of(("triggers", new[] { "one" })), Props.Of(("triggers", new object[] { PropertyValue.Computed })));

        Assert.That(diff.Replaces, Is.EqualTo(new[] { "triggers" }));
    }

    [Test]
    public async Task Diff_CopyFile_ReplacesAlways()
    {
        var diff = await plugin.DiffAsync(CopyFile, Props.Of(("remotePath", "a")), Props.Of(("remotePath", "b")));

        Assert.That(diff.Replaces, Is.EqualTo(new[] { "remotePath" }));
    }

    [Test]
    public async Task Diff_IgnoredChanges_AreNone()
    {
        var diff = await plugin.DiffAsync(LocalCommand, Props.Of(("environment", Props.Map(("A", "a"))), ("stdin", "x")), Props.Of(("environment", Props.Map(("A", "b")))), "environment", "stdin");

        Assert.That(diff.Changes, Is.False);
    }

    [Test]
    public async Task Diff_EngineSendsOutputsOnly_ComparesTheInputsInThem()
    {
        var outputs = Props.Of(("create", "x"), ("stdout", "out"), ("stderr", ""));

        var diff = await plugin.DiffOutputsAsync(LocalCommand, outputs, Props.Of(("create", "y")));

        Assert.That(diff.DetailedDiff!.Keys, Is.EqualTo(new[] { "create" }));
    }
}
