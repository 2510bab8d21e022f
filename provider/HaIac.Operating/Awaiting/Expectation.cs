using System.Collections.Immutable;
using System.Globalization;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Operating.Awaiting;

/// <summary>What a call waits for: that one outermost resource runs where it should, or that it is gone.</summary>
/// <param name="Resource">The outermost resource as it was written.</param>
/// <param name="Gone">True: wait until nothing of it runs any more.</param>
internal sealed record Expectation(CibResource Resource, bool Gone)
{
    /// <summary>The id of the outermost resource.</summary>
    public string Id => Resource.Id.Value;

    /// <summary>The ids of the primitives in it, and of those that the cluster makes of a bundle: its actions and failures name these.</summary>
    public ImmutableHashSet<string> Primitives { get; } =
    [
        .. Resource.SelfAndInside().OfType<CibPrimitive>().Select(primitive => primitive.Id.Value),
        .. Resource is CibBundle bundle ? Made(bundle) : [],
    ];

    /// <summary>Whether it has many instances, each of which should run.</summary>
    public bool Cloned => Resource is CibClone or CibBundle;

    /// <summary>Whether one of its instances should be promoted.</summary>
    public bool Promotable => Resource is CibClone { Promotable: true } or CibBundle { Primitive: not null, Container.PromotedMax: > 0 };

    /// <summary>
    /// The ids of which each must be active somewhere. Of a bundle it is what is inside, or, without anything inside, a container; there may be fewer
    /// nodes than replicas.
    /// </summary>
    public bool IsComplete(IReadOnlyCollection<string> active) => Resource is CibBundle bundle
        ? bundle.Primitive is { } inside ? active.Contains(inside.Id.Value) : active.Any(Primitives.Contains)
        : Primitives.All(active.Contains);

    /// <summary>Containers, their addresses and the connections into them, as Pacemaker names them.</summary>
    private static IEnumerable<string> Made(CibBundle bundle)
    {
        var replicas = bundle.Container.Replicas ?? Math.Max(bundle.Container.PromotedMax ?? 0, 1);
        for (var number = 0; number < replicas; number++)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            yield return $"{bundle.Id}-{CibWord.Format(bundle.Container.Technology)}-{text}";
            yield return $"{bundle.Id}-{text}";
        }
    }
}
