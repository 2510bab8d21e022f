using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Scripts;
using HaIac.Operating.Services;

namespace HaIac.Operating.Tests.Scripts;

/// <summary>Scripts come to all nodes before they are used, and leave with their last user.</summary>
public sealed class ScriptPlacerTests
{
    private const string Path = "/usr/lib/ocf/resource.d/mine/heat";

    private static readonly ValueList<NodeName> s_nodes = [NodeName.Parse("ctl1"), NodeName.Parse("ctl2"), NodeName.Parse("ctl3")];
    private static readonly AgentScript s_script = new(Path, "#!/bin/sh\nexit 0\n");

    [Test, Property("Requirement", "B13"), Property("Requirement", "C3")]
    public async Task Put_OnThreeNodes_IsThereWithOwnerAndMode()
    {
        var nodes = new PaperNodes();

        var written = await new ScriptPlacer(nodes).PutAsync("heat", [s_script], s_nodes, default);

        Assert.That(written, Has.Count.EqualTo(3));
        Assert.That(s_nodes.Select(node => nodes.File(node.Value, Path)!).Select(file => (file.Mode, file.Owner)), Is.All.EqualTo(("0755", "root:root")));
        Assert.That(await new ScriptPlacer(nodes).PutAsync("heat", [s_script], s_nodes, default), Is.Empty, "a second run writes nothing");
    }

    [Test, Property("Requirement", "C3")]
    public async Task Put_NodesThatRefuse_AreAllNamed()
    {
        var nodes = new PaperNodes { Fails = line => line.StartsWith("ctl2 put", StringComparison.Ordinal) || line.StartsWith("ctl3 put", StringComparison.Ordinal) };

        var failure = await Assert.ThrowsAsync<FindingException>(() => new ScriptPlacer(nodes).PutAsync("heat", [s_script], s_nodes, default));

        Assert.That(failure!.Finding.Code, Is.EqualTo(FindingCode.ScriptFailed));
        Assert.That(failure.Message, Does.Contain("HAI3304").And.Contain("ctl2, ctl3").And.Not.Contain("exit 0"));
    }

    [Test, Property("Requirement", "C1")]
    public async Task Drift_MissingOnOneNodeOrChanged_IsSeen()
    {
        var nodes = new PaperNodes();
        var placer = new ScriptPlacer(nodes);
        await placer.PutAsync("heat", [s_script], s_nodes, default);
        Assert.That(await placer.DriftAsync([s_script], s_nodes, default), Is.Empty);

        nodes.Tamper("ctl2", Path, "something else");

        Assert.That(await placer.DriftAsync([s_script], s_nodes, default), Is.EqualTo([s_script]));
    }

    [Test, Property("Requirement", "B1")]
    public async Task Remove_LastUserGone_TakesOursAndLeavesOthers()
    {
        var nodes = new PaperNodes();
        var placer = new ScriptPlacer(nodes);
        await placer.PutAsync("heat", [s_script], s_nodes, default);
        nodes.Tamper("ctl3", Path, "an admin's own");

        var kept = await placer.RemoveAsync([s_script], s_nodes, Cib(), default);

        Assert.That(kept, Is.EqualTo([$"ctl3: {Path} was changed by somebody else and stays"]));
        Assert.That((nodes.File("ctl1", Path), nodes.File("ctl3", Path)?.Content), Is.EqualTo(((object?)null, "an admin's own")));
    }

    [Test, Property("Requirement", "B1")]
    public async Task Remove_AnotherPrimitiveUsesTheAgent_KeepsIt()
    {
        var nodes = new PaperNodes();
        var placer = new ScriptPlacer(nodes);
        await placer.PutAsync("heat", [s_script], s_nodes, default);

        await placer.RemoveAsync([s_script], s_nodes, Cib(new CibPrimitive { Id = CibId.Parse("other"), Agent = AgentName.Parse("ocf:mine:heat") }), default);

        Assert.That(nodes.File("ctl1", Path), Is.Not.Null);
    }

    [TestCase("/usr/lib/ocf/resource.d/mine/heat", "ocf:mine:heat")]
    [TestCase("/opt/ocf/resource.d/mine/heat", "ocf:mine:heat")]
    [TestCase("/usr/local/bin/heat-check", null)]
    public void At_Path_TellsItsAgent(string path, string? agent)
    {
        Assert.That(AgentPaths.At(path)?.ToString(), Is.EqualTo(agent));
    }

    [Test, Property("Requirement", "B14")]
    public void Handler_OfAnOcfService_KnowsServiceAgentAndPrimitive()
    {
        var profile = new ServiceProfile("it's heat") { ServiceName = "it's heat", Agent = AgentName.Parse("ocf:mine:heat"), PrimitiveId = CibId.Parse("p_heat") };

        var handler = ShippedScripts.Handler(profile)!;

        Assert.That((handler.Path, handler.Mode), Is.EqualTo(("/usr/local/bin/ocf_handler_it_s_heat", "0700")));
        Assert.That(handler.Content, Does.Contain("'it'\\''s heat'").And.Contain("'ocf:mine:heat'").And.Contain("'p_heat'").And.Not.Contain("@AGENT@"));
    }

    [Test, Property("Requirement", "B14")]
    public void Handler_OtherClassOrNotWanted_IsNone()
    {
        var profile = new ServiceProfile("heat") { Agent = AgentName.Parse("systemd:heat"), PrimitiveId = CibId.Parse("heat") };

        Assert.That(ShippedScripts.Handler(profile), Is.Null);
        Assert.That(ShippedScripts.Handler(profile with { Agent = AgentName.Parse("ocf:mine:heat"), Handler = new() { Install = false } }), Is.Null);
    }

    [Test]
    public void Of_OurOwnAgent_IsItsScript()
    {
        Assert.That(ShippedScripts.Of(AgentName.Parse("ocf:haiac:openstack-service"))?.Content, Does.StartWith("#!/bin/sh"));
        Assert.That(ShippedScripts.Of(AgentName.Parse("ocf:heartbeat:IPaddr2")), Is.Null);
    }

    [Test, Property("Requirement", "C3")]
    public async Task Missing_AgentOnOneNode_NamesAgentAndNode()
    {
        var nodes = new PaperNodes();
        nodes.Add("ctl1", "heat");
        nodes.Add("ctl3", "heat");
        await new ScriptPlacer(nodes).PutAsync("heat", [s_script], [s_nodes[0], s_nodes[1]], default);

        var missing = await new AgentPresence(nodes).MissingAsync("heat", [AgentName.Parse("ocf:mine:heat"), AgentName.Parse("systemd:heat"), AgentName.Parse("stonith:fence_ipmilan")], [], s_nodes, default);

        Assert.That(missing.Select(finding => (finding.Code, finding.What)), Is.EqualTo(
        [
            (FindingCode.AgentMissingOnNode, "ocf:mine:heat is missing on ctl3."),
            (FindingCode.AgentMissingOnNode, "systemd:heat is missing on ctl2."),
        ]));
        Assert.That(missing[0].ToString(), Does.Contain("HAI2106").And.Contain(Path));
    }

    private static CibDocument Cib(params CibPrimitive[] primitives) =>
        EditApplier.Apply(CibDocument.Empty("pacemaker-3.9", s_nodes), [.. primitives.Select(CibEdit (item) => new PutObject(item, null))]).After;
}
