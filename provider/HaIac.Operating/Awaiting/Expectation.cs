using System.Collections.Immutable;
using HaIac.Cib.Resources;

namespace HaIac.Operating.Awaiting;

/// <summary>What a call waits for: that one outermost resource runs where it should, or that it is gone.</summary>
/// <param name="Resource">The outermost resource as it was written.</param>
/// <param name="Gone">True: wait until nothing of it runs any more.</param>
internal sealed record Expectation(CibResource Resource, bool Gone)
{
    /// <summary>The id of the outermost resource.</summary>
    public string Id => Resource.Id.Value;

    /// <summary>The ids of the primitives in it: the cluster's actions and failures name these.</summary>
    public ImmutableHashSet<string> Primitives { get; } =
        [.. Resource.SelfAndInside().OfType<CibPrimitive>().Select(primitive => primitive.Id.Value)];

    /// <summary>Whether it has many instances, each of which should run.</summary>
    public bool Cloned => Resource is CibClone;

    /// <summary>Whether one of its instances should be promoted.</summary>
    public bool Promotable => Resource is CibClone { Promotable: true };
}
