using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// What "depends on" means for the engine: the URNs of custom and remote resources. A local component has nothing to wait
/// for itself, so it stands for those of its descendants; the search does not go below a custom resource.
/// </summary>
internal static class DependencyExpansion
{
    public static async Task<ImmutableArray<string>> UrnsAsync(IEnumerable<Resource> resources, Waiter? waiter = null)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        var targets = Expand(resources);
        foreach (var target in targets)
        {
            NoteWait(waiter, target);
            urns.Add((await target.Urn.DataTask.ConfigureAwait(false)).Value);
        }

        return [.. urns];
    }

    private static void NoteWait(Waiter? waiter, Resource target)
    {
        try
        {
            waiter?.WaitsFor(target.Urn);
        }
        catch (InvalidOperationException e)
        {
            throw new ResourceException(e.Message + " A component in DependsOn, or whose URN is used, stands for all resources inside it.", null, hideStack: true);
        }
    }

    private static HashSet<Resource> Expand(IEnumerable<Resource> resources)
    {
        var result = new HashSet<Resource>();
        var seen = new HashSet<Resource>();
        var open = new System.Collections.Generic.Stack<Resource>(resources);
        while (open.TryPop(out var resource))
        {
            if (!seen.Add(resource))
            {
                continue;
            }

            if (resource.IsCustom || resource.IsRemote)
            {
                result.Add(resource);
                continue;
            }

            foreach (var child in resource.ChildrenNow())
            {
                open.Push(child);
            }
        }

        return result;
    }
}
