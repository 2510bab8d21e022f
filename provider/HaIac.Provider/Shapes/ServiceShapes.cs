using HaIac.Provider.Checking;

namespace HaIac.Provider.Shapes;

/// <summary>Services: several CIB objects that enter and leave together.</summary>
internal static class ServiceShapes
{
    /// <summary>One daemon on a set of nodes.</summary>
    public static ObjectShape Service { get; } = new("a service",
    [
        new("serviceName", Texts.Any) { Required = true, Replaces = true },
        new("haMode", Texts.OneOf("Disabled", "ActiveActive", "ActivePassive", "Promotable")) { Required = true, Replaces = true },
        new("primitive", PrimitiveShapes.Primitive.Requiring("cibId")),
        new("clone", PrimitiveShapes.Clone.Requiring("cibId")),
        new("bundle", BundleShapes.Bundle.Requiring("cibId")),
        new("locations", List("location constraints", ConstraintShapes.Location)),
        new("colocations", List("colocation constraints", ConstraintShapes.Colocation)),
        new("orders", List("order constraints", ConstraintShapes.Order)),
    ]) { Rules = WrapperRules.Service };

    private static ListShape List(string holds, ObjectShape item) => new(holds, WithoutReplacement(item.Requiring("cibId")),
        map => map.TryGetValue("cibId", out var id) ? TextShape.AsText(id) ?? "" : "", Ordered: false);

    /// <summary>A constraint inside a service comes and goes by itself; the service stays.</summary>
    private static ObjectShape WithoutReplacement(ObjectShape shape) =>
        new(shape.Name, [.. shape.Fields.Select(field => field with { Replaces = false })]) { Rules = shape.Rules };
}
