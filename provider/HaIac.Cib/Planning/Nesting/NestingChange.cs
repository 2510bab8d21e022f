using System.Collections.Immutable;
using HaIac.Cib.Comparing;

namespace HaIac.Cib.Planning.Nesting;

/// <summary>How a resource that is declared in other holders than it was applied in gets from one to the other.</summary>
/// <param name="Core">What stays, as it was applied.</param>
/// <param name="Wanted">What stays, as it is declared.</param>
/// <param name="Gone">The holders that go, from the outside in, as they were applied; each holds the next, the last one holds the core.</param>
/// <param name="Come">The holders that come, from the outside in, as they are declared.</param>
internal sealed record NestingChange(ObjectShape Core, ObjectShape Wanted, ImmutableArray<ObjectShape> Gone, ImmutableArray<ObjectShape> Come)
{
    /// <summary>What was outermost.</summary>
    public ObjectShape OldOuter => Gone.IsEmpty ? Core : Gone[0];

    /// <summary>What is outermost now.</summary>
    public ObjectShape NewOuter => Come.IsEmpty ? Wanted : Come[0];

    /// <summary>The change that leads from one declaration to the other; null when they are nested alike, or share no resource.</summary>
    public static NestingChange? Of(ObjectShape last, ObjectShape wanted)
    {
        if (IsSame(last, wanted))
        {
            // What a clone holds may get, or lose, a holder of its own: primitive and group.
            return last.Tag is "clone" or "master" && last.Members is [var was] && wanted.Members is [var is_] ? Of(was, is_) : null;
        }

        var shared =
            from path in Paths(wanted, [])
            from old in Paths(last, [])
            where IsSame(path[^1], old[^1]) && Holders(path).Concat(Holders(old)).All(holder => holder.Tag is "clone" or "master" or "group")
            select new NestingChange(old[^1], path[^1], [.. Holders(old)], [.. Holders(path)]);
        return shared.FirstOrDefault();
    }

    /// <summary>What was applied, laid out in the nesting that is declared: holders that come were not applied, the core was.</summary>
    public static ObjectShape Aligned(ObjectShape last, ObjectShape wanted)
    {
        if (IsSame(last, wanted))
        {
            return last.Members is [var was] && wanted.Members is [var is_] && Of(last, wanted) is not null ? last with { Members = [Aligned(was, is_)] } : last;
        }

        return Of(last, wanted) is not { } change
            ? last
            : change.Come.Reverse().Aggregate(Aligned(change.Core, change.Wanted), (inner, holder) => holder.Emptied with { Members = [inner] });
    }

    private static bool IsSame(ObjectShape one, ObjectShape other) => one.Id == other.Id && one.Tag == other.Tag;

    private static IEnumerable<ObjectShape> Holders(ImmutableArray<ObjectShape> path) => path.SkipLast(1);

    /// <summary>The ways from an object to everything in it, itself first.</summary>
    private static IEnumerable<ImmutableArray<ObjectShape>> Paths(ObjectShape shape, ImmutableArray<ObjectShape> above)
    {
        var path = above.Add(shape);
        return shape.Members.SelectMany(member => Paths(member, path)).Prepend(path);
    }
}
