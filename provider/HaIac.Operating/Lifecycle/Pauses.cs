using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;
using HaIac.Operating.Naming;

namespace HaIac.Operating.Lifecycle;

/// <summary>
/// Stops a resource as a whole for a while: a set of meta attributes of our own with target-role=Stopped and a rule that ends by itself. The value that an
/// operator may have set is not touched, and a program that dies leaves a service that starts again (rule I5).
/// </summary>
/// <remarks>Source: Pacemaker Explained, Rules, Using Rules to Control Resource Options.</remarks>
internal static class Pauses
{
    /// <summary>Edits that put the pause in.</summary>
    public static IReadOnlyList<CibEdit> Begin(ResolvedService service, DateTimeOffset end)
    {
        var place = MetaPlan.StopsAt(service);
        var edit = new TreeEdit(service.Outer);
        foreach (var resource in place.SelfAndInside().Where(resource => resource.Id == place.Id || SetsRole(resource)))
        {
            edit.Add(resource, new CibAttributeSet
            {
                Id = MarkedIds.Pause(resource.Id),
                Score = Score.Infinity,
                Rule = new CibRule { Expressions = [new DateExpression { Comparison = DateComparison.Before, End = Bans.Moment(end) }] },
                Pairs = AttributeMap.Of(("target-role", nameof(ResourceRole.Stopped))),
            });
        }

        return edit.ToEdits();
    }

    /// <summary>Edits that take every pause of the service out, also one that a dead run left.</summary>
    public static IReadOnlyList<CibEdit> End(ResolvedService service)
    {
        var edit = new TreeEdit(service.Outer);
        foreach (var (resource, set) in Of(service))
        {
            edit.Remove(resource, set);
        }

        return edit.ToEdits();
    }

    /// <summary>The pauses of a service.</summary>
    public static IEnumerable<(CibResource Resource, CibAttributeSet Set)> Of(ResolvedService service) =>
        service.Chain.Concat(service.Target.SelfAndInside().Skip(1))
            .SelectMany(resource => resource.FurtherMetaAttributes.Where(set => set.Id?.Value.StartsWith(MarkedIds.PausePrefix, StringComparison.Ordinal) == true)
                .Select(set => (resource, set)));

    /// <summary>Whether something inside sets a role itself, which would outrank a pause of its wrapper.</summary>
    private static bool SetsRole(CibResource resource) => Reporting.EffectiveSettings.Own(resource, "target-role") is not null;
}
