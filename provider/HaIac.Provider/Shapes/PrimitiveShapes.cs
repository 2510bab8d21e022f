using HaIac.Cib.Resources;
using HaIac.Provider.Checking;

namespace HaIac.Provider.Shapes;

/// <summary>Primitives, groups and clones.</summary>
/// <remarks>Source: Pacemaker Explained, Cluster Resources, Resource Operations, Advanced Resource Types; resources-3.9.rng.</remarks>
internal static class PrimitiveShapes
{
    private static readonly ObjectShape s_operation = new("an operation",
    [
        new("name", Texts.Any) { Required = true },
        new("interval", Texts.Duration),
        new("timeout", Texts.Duration),
        new("role", Texts.Role),
        new("onFail", Texts.Word<FailureAction>()),
        new("extra", new TextMapShape("other operation attributes by their CIB names", Texts.Any)),
    ]) { Rules = OperationRules.Check };

    private static readonly ListShape s_operations = new("operations", s_operation,
        item => $"{Read(item, "name")}/{RoleOf(item)}", Ordered: false);

    /// <summary>One service that runs on one node.</summary>
    public static ObjectShape Primitive { get; } = new("a primitive",
    [
        new("cibId", Texts.Id) { Replaces = true },
        new("agent", Texts.Agent) { Required = true },
        new("parameters", new TextMapShape("agent parameters", Texts.Any)),
        new("meta", MetaShapes.Meta),
        new("operations", s_operations),
    ]) { Rules = OperationRules.CheckAll };

    /// <summary>Primitives that run together, in order.</summary>
    public static ObjectShape Group { get; } = new("a group",
    [
        new("cibId", Texts.Id) { Replaces = true },
        new("primitives", new ListShape("primitives", Primitive.Requiring("cibId"), item => Read(item, "cibId"), Ordered: true)) { Required = true },
        new("meta", MetaShapes.Meta),
    ]) { Rules = WrapperRules.Group };

    /// <summary>Instances of a primitive or a group on many nodes.</summary>
    public static ObjectShape Clone { get; } = new("a clone",
    [
        new("cibId", Texts.Id) { Replaces = true },
        new("primitive", Primitive.Requiring("cibId")) { Replaces = true },
        new("group", Group.Requiring("cibId")) { Replaces = true },
        new("promotable", new FlagShape()),
        new("meta", MetaShapes.Meta),
    ]) { Rules = WrapperRules.Clone };

    private static string Read(IReadOnlyDictionary<string, Pulumi.Experimental.PropertyValue> item, string name) =>
        item.TryGetValue(name, out var value) ? TextShape.AsText(value) ?? "" : "";

    private static string RoleOf(IReadOnlyDictionary<string, Pulumi.Experimental.PropertyValue> item) =>
        Read(item, "role") is { Length: > 0 } role ? Texts.Role.Meaning(role) : "";
}
