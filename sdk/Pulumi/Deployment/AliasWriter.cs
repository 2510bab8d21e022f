using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Aliases as they go out: as specs where the engine completes them, otherwise as whole URNs.</summary>
internal static class AliasWriter
{
    /// <summary>Each level of parents may double the combinations, so deep trees would never end.</summary>
    private const int MostAliases = 10_000;

    public static async Task<ImmutableArray<HaIac.Protocol.Messages.Alias>> SpecsAsync(string resource, IEnumerable<Input<Alias>> aliases, Waiter? waiter = null)
    {
        var result = ImmutableArray.CreateBuilder<HaIac.Protocol.Messages.Alias>();
        foreach (var alias in await SettleAsync(aliases, waiter).ConfigureAwait(false))
        {
            Check(alias, resource);
            if (alias.Urn is not null)
            {
                result.Add(new HaIac.Protocol.Messages.Alias { Urn = alias.Urn });
                continue;
            }

            if (alias.Parent is not null)
            {
                waiter?.WaitsFor(alias.Parent.Urn);
            }

            var spec = new HaIac.Protocol.Messages.Alias.Types.Spec
            {
                Name = await TextAsync(alias.Name).ConfigureAwait(false) ?? "",
                Type = await TextAsync(alias.Type).ConfigureAwait(false) ?? "",
                Stack = await TextAsync(alias.Stack).ConfigureAwait(false) ?? "",
                Project = await TextAsync(alias.Project).ConfigureAwait(false) ?? "",
            };
            if (await ParentUrnAsync(alias).ConfigureAwait(false) is { } parent)
            {
                spec.ParentUrn = parent;
            }
            else
            {
                spec.NoParent = alias.NoParent;
            }

            result.Add(new HaIac.Protocol.Messages.Alias { Spec = spec });
        }

        return result.ToImmutable();
    }

    /// <summary>
    /// The URNs that the engine would otherwise work out: each own alias, and all of them again below each alias of the
    /// parent.
    /// </summary>
    public static Task<ImmutableArray<string>> UrnsAsync(Resource resource)
        // Once for each resource: all of its descendants ask again.
        => resource.AliasUrns ??= CombineAsync(resource);

    private static async Task<ImmutableArray<string>> CombineAsync(Resource resource)
    {
        var urns = new List<string>();
        var own = await SettleAsync(resource.Aliases).ConfigureAwait(false);
        foreach (var alias in own)
        {
            Check(alias, resource.GetResourceName());
            urns.Add(alias.Urn ?? await UrnAsync(resource, alias).ConfigureAwait(false));
        }

        if (resource.ParentResource is { } parent and not Stack)
        {
            var inherited = await UrnsAsync(parent).ConfigureAwait(false);
            if (inherited.Length * (own.Length + 1L) > MostAliases)
            {
                throw new ResourceException(
                    $"The aliases of '{resource.GetResourceName()}' and of its parents make more than {MostAliases} combinations. " +
                    "Update the Pulumi CLI to a version that combines them itself, or remove aliases that are no longer needed.",
                    resource,
                    hideStack: true);
            }

            foreach (var parentUrn in inherited)
            {
                urns.Add(await InheritedAsync(resource, parent, parentUrn, resource.GetResourceName(), resource.GetResourceType()).ConfigureAwait(false));
                foreach (var alias in own.Where(a => a.Urn is null))
                {
                    var name = await TextAsync(alias.Name).ConfigureAwait(false) ?? resource.GetResourceName();
                    var type = await TextAsync(alias.Type).ConfigureAwait(false) ?? resource.GetResourceType();
                    urns.Add(await InheritedAsync(resource, parent, parentUrn, name, type).ConfigureAwait(false));
                }
            }
        }

        return [.. urns.Distinct()];
    }

    private static async Task<string> InheritedAsync(Resource resource, Resource parent, string parentUrn, string name, string type)
    {
        // Children are often named after their parent, so a renamed parent means that their names changed with it.
        var parentName = parent.GetResourceName();
        var childName = name.StartsWith(parentName, StringComparison.Ordinal)
            ? Urn.NameOf(parentUrn) + name[parentName.Length..]
            : name;
        return await TextAsync(Urn.Create(childName, type, parentUrn: parentUrn)).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Bug in HaIac: the alias of '{resource.GetResourceName()}' is not known.");
    }

    private static async Task<string> UrnAsync(Resource resource, Alias alias)
    {
        var name = alias.Name ?? resource.GetResourceName();
        var type = alias.Type ?? resource.GetResourceType();
        var parentUrn = await ParentUrnAsync(alias).ConfigureAwait(false);
        if (parentUrn is null && !alias.NoParent && resource.ParentResource is { } parent and not Stack)
        {
            parentUrn = (await parent.Urn.DataTask.ConfigureAwait(false)).Value;
        }

        return await TextAsync(Urn.Create(
            name, type, parentUrn: parentUrn is null ? null : (Input<string>)parentUrn, project: alias.Project, stack: alias.Stack))
            .ConfigureAwait(false) ?? "";
    }

    private static async Task<ImmutableArray<Alias>> SettleAsync(IEnumerable<Input<Alias>> aliases, Waiter? waiter = null)
    {
        var all = Output.All(aliases);
        waiter?.WaitsFor(all);
        return (await all.DataTask.ConfigureAwait(false)).Value is { IsDefault: false } list ? list : [];
    }

    private static void Check(Alias alias, string resource)
    {
        var parents = (alias.Parent is null ? 0 : 1) + (alias.ParentUrn is null ? 0 : 1) + (alias.NoParent ? 1 : 0);
        if (parents > 1)
        {
            throw new ArgumentException(
                $"An alias of '{resource}' sets more than one of Parent, ParentUrn and NoParent: keep the one that is meant.");
        }
    }

    private static async Task<string?> ParentUrnAsync(Alias alias)
        => alias.Parent is not null
            ? (await alias.Parent.Urn.DataTask.ConfigureAwait(false)).Value
            : await TextAsync(alias.ParentUrn).ConfigureAwait(false);

    private static async Task<string?> TextAsync(Input<string>? input)
        => input is null ? null : (await input.ToOutput().DataTask.ConfigureAwait(false)).Value;
}
