using System.Collections.Immutable;
using HaIac.Cib.Comparing;
using HaIac.Cib.Constraints;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Provider.Composing;

/// <summary>The CIB objects that one resource of the program stands for. They enter and leave the cluster together.</summary>
/// <param name="Outer">The id that the engine knows the resource by: that of the outermost object.</param>
/// <param name="Objects">The objects, resources before the constraints on them.</param>
internal sealed record Composition(string Outer, ImmutableArray<CibObject> Objects)
{
    /// <summary>Whether the program says that the objects are ours with all they have.</summary>
    public bool OwnsAll { get; init; }

    /// <summary>The edit that brings one of the objects in.</summary>
    /// <param name="item">The object.</param>
    /// <param name="last">What was last applied; null when nothing was.</param>
    public PutObject Put(CibObject item, CibObject? last) => new(item, last) { Ownership = Ownership.Declared with { Whole = OwnsAll } };

    /// <summary>Every id of a cluster resource in it, inner ones too: what a constraint can name.</summary>
    public IEnumerable<CibId> ResourceIds => Objects.OfType<CibResource>().SelectMany(resource => resource.SelfAndInside()).Select(resource => resource.Id);

    /// <summary>Every primitive in it, however deep.</summary>
    public IEnumerable<CibPrimitive> Primitives => Objects.OfType<CibResource>().SelectMany(resource => resource.SelfAndInside()).OfType<CibPrimitive>();

    /// <summary>What its constraints name, each with the constraint.</summary>
    public IEnumerable<(CibId Named, CibConstraint By)> References => Objects.OfType<CibConstraint>().SelectMany(ReferencesOf);

    /// <summary>What a constraint names.</summary>
    public static IEnumerable<(CibId Named, CibConstraint By)> ReferencesOf(CibConstraint constraint) =>
        constraint.NamedResources().Select(named => (named, constraint));
}
