using System.Collections.Immutable;
using System.Globalization;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Services;

namespace HaIac.Operating.Awaiting;

/// <summary>What a call waits for: that one resource runs where it should, or that it is stopped, gone or known again.</summary>
/// <param name="Resource">The resource as it was written: the outermost one, or a member of a group.</param>
/// <param name="Gone">True: wait until nothing of it runs any more.</param>
internal sealed record Expectation(CibResource Resource, bool Gone)
{
    /// <summary>The id of the resource.</summary>
    public string Id => Resource.Id.Value;

    /// <summary>What is waited for. Default: settled, or gone.</summary>
    public Aim Aim { get; init; } = Gone ? Aim.Gone : Aim.Settled;

    /// <summary>The node it is about. Default: null, all of them.</summary>
    public NodeName? Node { get; init; }

    /// <summary>How many instances must run for <see cref="Aim.Started"/> and <see cref="Aim.Settled"/>. Default: at least one.</summary>
    public WaitFor Instances { get; init; } = WaitFor.Some;

    /// <summary>How many instances must run at least for <see cref="Aim.Started"/>. Default: 1.</summary>
    public int AtLeast { get; init; } = 1;

    /// <summary>Whether one instance must be promoted for <see cref="Aim.Started"/>. Default: false.</summary>
    public bool NeedsPromoted { get; init; }

    /// <summary>Whether <see cref="Aim.Settled"/> is content with a promotable resource of which no instance is promoted. Default: false.</summary>
    public bool MayStayUnpromoted { get; init; }

    /// <summary>The ids of what is around the resource: constraints on these place it. Default: none.</summary>
    public ImmutableHashSet<string> Around { get; init; } = [];

    /// <summary>For <see cref="Aim.Known"/>: on which nodes which primitives must have a result. Default: none.</summary>
    public ImmutableHashSet<(string Primitive, NodeName Node)> KnownOn { get; init; } = [];

    /// <summary>The ids of the primitives in it, and of those that the cluster makes of a bundle: its actions and failures name these.</summary>
    public ImmutableHashSet<string> Primitives { get; } =
    [
        .. Resource.SelfAndInside().OfType<CibPrimitive>().Select(primitive => primitive.Id.Value),
        .. Resource is CibBundle bundle ? Made(bundle) : [],
    ];

    /// <summary>Whether it has many instances, each of which should run.</summary>
    public bool Cloned => Resource is CibClone or CibMaster or CibBundle;

    /// <summary>Whether one of its instances should be promoted.</summary>
    public bool Promotable => Resource is CibClone { Promotable: true } or CibMaster or CibBundle { Promotable: true };

    /// <summary>The ids of the resource, of what is in it and of what is around it.</summary>
    public IEnumerable<string> AllIds => Resource.SelfAndInside().Select(resource => resource.Id.Value).Concat(Around);

    /// <summary>The aim as it stands in a sentence: "db is not ... after 10 s".</summary>
    public string AimInWords => (Aim switch
    {
        Aim.Gone => "gone",
        Aim.Stopped => "stopped",
        Aim.Started => NeedsPromoted ? "started and promoted" : "started",
        Aim.Known => "looked at again",
        _ => "settled",
    }) + (Node is null ? "" : $" on {Node}");

    /// <summary>How the expectation stands. A pure function of the picture.</summary>
    public Verdict Judge(ClusterPicture picture) => Aim switch
    {
        Aim.Gone => GoneRule.Judge(this, picture),
        Aim.Started => StartedRule.Judge(this, picture),
        Aim.Stopped => StoppedRule.Judge(this, picture),
        Aim.Known => KnownRule.Judge(this, picture),
        _ => RunningRule.Judge(this, picture),
    };

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
        for (var number = 0; number < bundle.ReplicaCount; number++)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            yield return $"{bundle.Id}-{CibWord.Format(bundle.Container.Technology)}-{text}";
            yield return $"{bundle.Id}-{text}";
        }
    }
}
