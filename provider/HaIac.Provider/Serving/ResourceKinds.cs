using System.Collections.Frozen;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Provider.Composing;
using HaIac.Provider.Shapes;

namespace HaIac.Provider.Serving;

/// <summary>The resource types of the package.</summary>
internal static class ResourceKinds
{
    /// <summary>All of them by type token.</summary>
    public static FrozenDictionary<string, ResourceKind> All { get; } = new ResourceKind[]
    {
        new("haiac:cib:Primitive", PrimitiveShapes.Primitive, inputs => One(ResourceComposer.Primitive(inputs))),
        new("haiac:cib:Group", PrimitiveShapes.Group, inputs => One(ResourceComposer.Group(inputs))),
        new("haiac:cib:Clone", PrimitiveShapes.Clone, inputs => One(ResourceComposer.Clone(inputs))),
        new("haiac:cib:Bundle", BundleShapes.Bundle, inputs => One(BundleComposer.Bundle(inputs))),
        new("haiac:cib:LocationConstraint", ConstraintShapes.Location, inputs => One(ConstraintComposer.Location(inputs))),
        new("haiac:cib:ColocationConstraint", ConstraintShapes.Colocation, inputs => One(ConstraintComposer.Colocation(inputs))),
        new("haiac:cib:OrderConstraint", ConstraintShapes.Order, inputs => One(ConstraintComposer.Order(inputs))),
        new("haiac:cib:ClusterProperties", OptionShapes.ClusterProperties, inputs => One(Options(inputs))) { SetsOptions = true },
        new("haiac:services:Service", ServiceShapes.Service, ServiceComposer.Compose) { IsService = true },
    }.Select(kind => kind.WithSettings()).ToFrozenDictionary(kind => kind.Token, StringComparer.Ordinal);

    private static Composition One(CibObject item) => new(item.Id.Value, [item]);

    private static ClusterProperties Options(Inputs inputs) => new()
    {
        Id = CibId.Parse(ClusterProperties.DefaultId),
        Properties = inputs.Attributes("properties"),
    };
}
