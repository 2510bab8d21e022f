using HaIac.Cib.Constraints;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Services;
using HaIac.Operating.TakingOver;

namespace HaIac.Operating.Tests.TakingOver;

/// <summary>In which order a service changes hands: never two where one is allowed, no outage where many are.</summary>
public sealed class HandoverPlannerTests
{
    private static readonly NodeName[] s_nodes = [NodeName.Parse("ctl1"), NodeName.Parse("ctl2"), NodeName.Parse("ctl3")];

    [Test, Property("Requirement", "E2")]
    public async Task Plan_CloneOfTheUnitItself_StopsNothing()
    {
        var plan = await PlanAsync("systemd:heat-api", cloned: true, running: ["ctl1", "ctl2", "ctl3"]);

        Assert.That(plan, Is.EqualTo(new HandoverPlan { Adopted = [.. s_nodes] }));
    }

    [Test, Property("Requirement", "E2")]
    public async Task Plan_OneInstanceOfTheUnitItself_KeepsTheMostWantedAndStopsTheOthersFirst()
    {
        var plan = await PlanAsync("systemd:heat-api", cloned: false, running: ["ctl1", "ctl2", "ctl3"], location: "ctl2");

        Assert.That(plan, Is.EqualTo(new HandoverPlan { Adopted = [s_nodes[1]], StopBefore = [s_nodes[0], s_nodes[2]] }));
    }

    [Test, Property("Requirement", "E1")]
    public async Task Plan_CloneOfAnotherProgram_RollsOverTheNodesThatRunIt()
    {
        var plan = await PlanAsync("ocf:haiac:openstack-service", cloned: true, running: ["ctl1", "ctl3"]);

        Assert.That(plan, Is.EqualTo(new HandoverPlan { Roll = [s_nodes[0], s_nodes[2]] }));
    }

    [Test]
    public async Task Plan_NodeThatTheClusterMayNotUse_StopsThereAndWaitsForNobody()
    {
        var plan = await PlanAsync("ocf:haiac:openstack-service", cloned: true, running: ["ctl1", "ctl2", "ctl3"], location: "ctl2", score: "-INFINITY");

        Assert.That(plan, Is.EqualTo(new HandoverPlan { Roll = [s_nodes[0], s_nodes[2]], StopBefore = [s_nodes[1]] }));
    }

    [TestCase(false)]
    [TestCase(true)]
    [Property("Requirement", "E1")]
    public async Task Plan_OneInstanceOfAnotherProgram_StopsAllFirst(bool promotable)
    {
        var plan = await PlanAsync("ocf:heartbeat:galera", cloned: promotable, running: ["ctl1", "ctl2"], promotable: promotable);

        Assert.That(plan, Is.EqualTo(new HandoverPlan { StopBefore = [s_nodes[0], s_nodes[1]], HasGap = true }));
    }

    [Test]
    public async Task Plan_NothingRuns_ChangesNothing()
    {
        Assert.That(await PlanAsync("ocf:heartbeat:galera", cloned: false, running: []), Is.EqualTo(new HandoverPlan()));
    }

    [Test, Property("Requirement", "N5")]
    public async Task Describe_EachWay_TellsNodesAndGap()
    {
        var (profile, survey) = await SurveyAsync("ocf:heartbeat:galera", ["ctl1"]);
        var plan = HandoverPlanner.Plan(profile, Resource("ocf:heartbeat:galera", false, false), [profile.Agent!], [], survey);

        Assert.That(HandoverPlanner.Describe(profile, [profile.Agent!], survey, plan), Is.EqualTo(
        [
            "ctl1: heat-api.service would be disabled and stopped, taken over",
            "ctl2: heat-api.service would be disabled, taken over",
            "ctl3: heat-api.service would be disabled, taken over",
            "heat-api is gone for the moment between the unit's stop and the cluster's start",
        ]));
    }

    private static async Task<HandoverPlan> PlanAsync(string agent, bool cloned, string[] running, string? location = null, bool promotable = false, string score = "50")
    {
        var (profile, survey) = await SurveyAsync(agent, running);
        LocationConstraint[] locations = location is null ? [] : [new() { Id = CibId.Parse("l"), Resource = CibId.Parse("heat-api"), Node = NodeName.Parse(location), Score = Score.Parse(score) }];
        return HandoverPlanner.Plan(profile, Resource(agent, cloned, promotable), [profile.Agent!], locations, survey);
    }

    private static async Task<(ServiceProfile Profile, UnitSurvey Survey)> SurveyAsync(string agent, string[] running)
    {
        var nodes = new PaperNodes();
        foreach (var node in s_nodes)
        {
            nodes.Add(node.Value, "heat-api", active: running.Contains(node.Value));
        }

        var profile = new ServiceProfile("heat-api") { Agent = AgentName.Parse(agent) };
        return (profile, await new NativeTakeover(nodes).LookAsync(profile, [.. s_nodes], default));
    }

    private static CibResource Resource(string agent, bool cloned, bool promotable)
    {
        var primitive = new CibPrimitive { Id = CibId.Parse("heat-api"), Agent = AgentName.Parse(agent) };
        return cloned ? new CibClone { Id = CibId.Parse("heat-api-clone"), Inner = primitive, Promotable = promotable ? true : null } : primitive;
    }
}
