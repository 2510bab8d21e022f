using HaIac.Provider.Checking;

namespace HaIac.Provider.Shapes;

/// <summary>Services: several CIB objects that enter and leave together, and the daemon of the init system that they take the place of.</summary>
internal static class ServiceShapes
{
    /// <summary>One daemon on a set of nodes.</summary>
    /// <remarks>
    /// The mode is a property like others: a service changes hands on a living system. What replaces is only what has another name afterwards: the
    /// daemon, and the innermost primitive, whose old and new one would run at the same time.
    /// </remarks>
    public static ObjectShape Service { get; } = new("a service",
    [
        new("serviceName", Texts.Any) { Required = true, Replaces = true },
        new("haMode", Texts.OneOf("Disabled", "ActiveActive", "ActivePassive", "Promotable")) { Required = true },
        new("unit", Texts.Any),
        new("nodes", new TextListShape("node names", Texts.Node)),
        new("running", new FlagShape()),
        new("enabled", new FlagShape()),
        new("restartOn", new TextMapShape("values that restart the service when they change", Texts.Any)),
        new("onChange", Texts.OneOf("reload", "restart", "none")),
        new("primitive", InPlace(PrimitiveShapes.Primitive.Requiring("cibId"))),
        new("group", InPlace(PrimitiveShapes.Group.Requiring("cibId"))),
        new("clone", InPlace(PrimitiveShapes.Clone.Requiring("cibId"))),
        new("bundle", BundleShapes.Bundle.Requiring("cibId")),
        new("locations", List("location constraints", ConstraintShapes.Location)),
        new("colocations", List("colocation constraints", ConstraintShapes.Colocation)),
        new("orders", List("order constraints", ConstraintShapes.Order)),
        new("managesPrimitive", new FlagShape()),
        new("scripts", new ListShape("scripts", ServiceSettingShapes.Script, map => map.TryGetValue("path", out var path) ? TextShape.AsText(path) ?? "" : "", Ordered: false)),
        new("handler", ServiceSettingShapes.Handler),
        new("takeover", ServiceSettingShapes.Takeover),
        new("optIn", ServiceSettingShapes.OptIn),
        new("waits", ServiceSettingShapes.Waits),
        new("cleanup", ServiceSettingShapes.Cleanup),
        new("restart", ServiceSettingShapes.Restart),
        new("status", ServiceSettingShapes.Status),
        new("prefix", Texts.Any),
        new("noop", new FlagShape()),
    ]) { Rules = ServiceRules.Check };

    private static ListShape List(string holds, ObjectShape item) => new(holds, InPlace(item.Requiring("cibId"), keepsInner: false),
        map => map.TryGetValue("cibId", out var id) ? TextShape.AsText(id) ?? "" : "", Ordered: false);

    /// <summary>The same shape, but wrapping and unwrapping happen in place; only a primitive that gets another id is another object.</summary>
    private static ObjectShape InPlace(ObjectShape shape, bool keepsInner = true) => new(shape.Name,
    [
        .. shape.Fields.Select(field => field with
        {
            Replaces = keepsInner && field.Replaces && field.Name == "cibId" && shape.Find("agent") is not null,
            Shape = field.Shape is ObjectShape nested ? InPlace(nested, keepsInner) : field.Shape,
        }),
    ]) { Rules = shape.Rules };
}
