using System.Collections.Immutable;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Reporting;

namespace HaIac.Operating.Naming;

/// <summary>A service found in a CIB.</summary>
/// <param name="Name">The name that was asked for.</param>
/// <param name="Chain">The resources from the outermost wrapper to the one that is meant; only the latter where nothing is around it.</param>
internal sealed record ResolvedService(string Name, ImmutableArray<CibResource> Chain)
{
    /// <summary>The resource that is meant: a primitive, or a wrapper that was named itself.</summary>
    public CibResource Target => Chain[^1];

    /// <summary>The outermost wrapper (rule D3): what the cluster places. The same as <see cref="Target"/> where there is none.</summary>
    public CibResource Outer => Chain[0];

    /// <summary>The primitives that are meant.</summary>
    public IEnumerable<CibPrimitive> Primitives => Target.SelfAndInside().OfType<CibPrimitive>();

    /// <summary>The ids of what is meant, what is around it and what is in it: constraints on any of these move it.</summary>
    public ImmutableHashSet<CibId> AllIds { get; } = [.. Chain.Concat(Chain[^1].SelfAndInside()).Select(resource => resource.Id)];

    /// <summary>What it is to the cluster.</summary>
    public ServiceKind Kind => Chain switch
    {
        _ when Chain.Any(IsPromotable) => ServiceKind.Promotable,
        _ when Chain.Any(resource => resource is CibClone) => ServiceKind.Cloned,
        [CibBundle, ..] => ServiceKind.Bundle,
        _ when Chain.Any(resource => resource is CibGroup) => ServiceKind.Group,
        _ => ServiceKind.Simple,
    };

    /// <summary>Whether there is an instance on each of many nodes, so that one node can be dealt with alone.</summary>
    public bool IsCloned => Kind is ServiceKind.Cloned or ServiceKind.Promotable || Bundle is { ReplicaCount: > 1 };

    /// <summary>Whether one of its instances can be promoted.</summary>
    public bool HasPromoted => Kind == ServiceKind.Promotable || Bundle is { Promotable: true };

    /// <summary>What tells whether it runs: of a bundle all of it, for what is inside lives and ends with its container; else the resource that is meant.</summary>
    public CibResource Awaited => Bundle ?? Target;

    /// <summary>The bundle around it, or itself; null when it runs in no container.</summary>
    private CibBundle? Bundle => Chain[0] as CibBundle;

    /// <summary>The group around a member that was named; null when the service is no member of a group.</summary>
    public CibGroup? GroupAround => Target is CibGroup ? null : Chain.OfType<CibGroup>().FirstOrDefault();

    /// <summary>The members of the group that come after the named one and stop with it.</summary>
    public IEnumerable<CibPrimitive> LaterMembers => GroupAround?.Primitives.SkipWhile(member => member.Id != Target.Id).Skip(1) ?? [];

    /// <summary>One of its primitives with all that is around it, from the outside in.</summary>
    public ImmutableArray<CibResource> ChainTo(CibPrimitive primitive) =>
        Target.Id == primitive.Id ? Chain : [.. Chain, .. Target.SelfAndInside().Skip(1).Where(inside => inside is not CibPrimitive || inside.Id == primitive.Id)];

    /// <summary>Modern and old form (rule G9).</summary>
    private static bool IsPromotable(CibResource resource) =>
        resource is CibMaster or CibClone { Promotable: true }
        || (resource is CibClone clone && clone.FurtherMetaAttributes.Any(set => set.Rule is null && set.Pairs.Find("promotable") is "true" or "yes" or "on" or "1"));
}
