using HaIac.Cib.Constraints;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Services;

namespace HaIac.Operating.TakingOver;

/// <summary>Works out how a service goes to the cluster: never two instances where one is allowed, no outage where many are. A pure function.</summary>
/// <remarks>
/// | agent | many instances | one instance, or one promoted |
/// |---|---|---|
/// | runs the unit itself | the cluster finds them running and takes them as they are | all but one stop first; that one is taken as it is |
/// | is another program | node by node: its instance stops, then the cluster may start there | all stop first, since one is allowed: the only gap |
/// Source: Pacemaker Explained, Location Constraints, resource-discovery; Pacemaker probes a new resource on every node before it starts any.
/// </remarks>
internal static class HandoverPlanner
{
    /// <summary>The plan.</summary>
    /// <param name="profile">The service.</param>
    /// <param name="resource">Its outermost resource as it will be in the cluster; null if that is declared elsewhere.</param>
    /// <param name="agents">Its agents.</param>
    /// <param name="locations">Its declared locations: of several running instances the most wanted stays.</param>
    /// <param name="survey">The units as they are.</param>
    public static HandoverPlan Plan(
        ServiceProfile profile, CibResource? resource, IEnumerable<AgentName> agents, IEnumerable<LocationConstraint> locations, UnitSurvey survey)
    {
        var running = survey.RunningOn;
        var many = resource is CibClone { Promotable: not true } or CibBundle { Promotable: false, ReplicaCount: > 1 };
        var native = NativeTakeover.RunsUnit(profile, agents);
        if (native && many)
        {
            return new() { Adopted = running };
        }

        if (native)
        {
            var wanted = locations.Where(location => location is { Node: not null, Score: not null, Role: null }).ToList();
            var best = running.OrderByDescending(node => wanted.Where(location => location.Node == node).Sum(location => (long)location.Score!.Value.Value)).ThenBy(node => node).Take(1).ToList();
            return new() { Adopted = [.. best], StopBefore = [.. running.Except(best)] };
        }

        // Where the cluster may not run it, nothing takes the place of the init system's instance.
        var forbidden = locations.Where(location => location is { Node: not null, Role: null } && location.Score == Score.Parse("-INFINITY")).Select(location => location.Node!).ToHashSet();
        return many && resource is CibClone
            ? new() { Roll = [.. running.Where(node => !forbidden.Contains(node))], StopBefore = [.. running.Where(forbidden.Contains)] }
            : new() { StopBefore = running, HasGap = running.Count > 0 };
    }

    /// <summary>What would happen on each node, for people.</summary>
    public static IEnumerable<string> Describe(ServiceProfile profile, IEnumerable<AgentName> agents, UnitSurvey survey, HandoverPlan plan)
    {
        var native = NativeTakeover.RunsUnit(profile, agents);
        foreach (var (node, unit) in survey.Units)
        {
            var acts = new List<string>();
            if (unit.IsEnabled)
            {
                acts.Add("disabled");
            }

            if (unit.IsActive && (plan.StopBefore.Contains(node) || plan.Roll.Contains(node)))
            {
                acts.Add("stopped");
            }

            if (profile.Takeover.Mask && !native && !unit.IsMasked)
            {
                acts.Add("masked");
            }

            var adopted = unit.IsActive && plan.Adopted.Contains(node) ? "taken over running as it is" : acts.Count > 0 ? "taken over" : null;
            if (adopted is not null)
            {
                yield return $"{node}: {unit.Name}.service would be {string.Join(" and ", acts)}{(acts.Count > 0 ? ", " : "")}{adopted}";
            }
        }

        if (plan.Roll.Count > 1)
        {
            yield return $"{profile.Name} changes hands node by node ({string.Join(", ", plan.Roll)}); it stays available";
        }
        else if (plan.HasGap || plan.Roll.Count == 1)
        {
            yield return $"{profile.Name} is gone for the moment between the unit's stop and the cluster's start";
        }
    }
}
