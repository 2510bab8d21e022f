using HaIac.Transport.Observing;
using HaIac.Transport.Simulating;

namespace HaIac.Operating.Awaiting;

/// <summary>Tells whether the cluster is still at work on a resource.</summary>
internal static class ProgressCheck
{
    /// <summary>What runs right now for the resource; null when nothing does. Needs the status only.</summary>
    public static string? UnderWay(Expectation expectation, ClusterStatus status)
    {
        var busy = Instances(expectation, status).Where(instance => instance.Pending is not null and not "Monitoring").ToList();
        if (busy.Count > 0)
        {
            return Sentence(busy.Select(instance => (Word: instance.Pending!.ToLowerInvariant(), Node: instance.Places.FirstOrDefault()?.Value)), status, expectation);
        }

        return !expectation.Gone && !Instances(expectation, status).Any() ? "waiting for the cluster to take notice of it" : null;
    }

    /// <summary>What the scheduler has still to do for the resource; null when nothing.</summary>
    public static string? StillToDo(Expectation expectation, ClusterPicture picture)
    {
        var actions = picture.Next.Where(action =>
            action.Resource is { } resource && expectation.Primitives.Contains(resource) && !action.Blocked && action.Kind != ActionKind.Other).ToList();
        return actions.Count == 0
            ? null
            : "about to " + Sentence(actions.Select(action => (Word: action.Kind.ToString().ToLowerInvariant(), Node: (action.Destination ?? action.Node)?.Value)), picture.Status, expectation);
    }

    /// <summary>The instances of everything in the resource.</summary>
    public static IEnumerable<ResourceInstance> Instances(Expectation expectation, ClusterStatus status) =>
        status.Resources.SelectMany(resource => resource.Instances).Where(instance => expectation.Primitives.Contains(instance.Resource));

    private static string Sentence(IEnumerable<(string Word, string? Node)> doings, ClusterStatus status, Expectation expectation)
    {
        // The scheduler places what is inside a container on the container; nobody knows that by name.
        var parts = doings.GroupBy(doing => doing.Word, StringComparer.Ordinal)
            .Select(group => group.Key + On(group.Select(doing => doing.Node).OfType<string>().Where(node => !expectation.Primitives.Contains(node))));
        var running = expectation.Gone ? [] : Instances(expectation, status).Where(instance => instance.Active).SelectMany(instance => instance.Places).Select(node => node.Value);
        return string.Join("; ", parts) + (On(running) is { Length: > 0 } on ? $"; running{on}" : "");
    }

    private static string On(IEnumerable<string> nodes)
    {
        var list = nodes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return list.Count == 0 ? "" : " on " + string.Join(", ", list);
    }
}
