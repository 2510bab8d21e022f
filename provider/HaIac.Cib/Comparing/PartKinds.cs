using System.Collections.Frozen;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing;

/// <summary>All kinds of parts by their tags. A new kind of part is one line here.</summary>
/// <remarks>New ids follow pcs, so that its users recognise them. Source: the schemas from resources-3.9.rng to alerts-3.9.rng.</remarks>
internal static class PartKinds
{
    private static readonly FrozenDictionary<string, PartKind> s_kinds = new PartKind[]
    {
        // Sets of pairs beside the plain ones: with a score, a rule, or shared.
        new(CibTags.InstanceAttributes) { IsPlaced = true, NewId = _ => [CibTags.InstanceAttributes] },
        new(CibTags.MetaAttributes) { IsPlaced = true, NewId = _ => [CibTags.MetaAttributes] },
        new(CibTags.Utilization) { IsPlaced = true, NewId = _ => [CibTags.Utilization] },
        new(CibTags.Pair) { Key = ["id-ref"], Name = "pairs" },

        // Rules, whose expressions are one value.
        new("rule") { Merging = PartMerging.Tree, IsPlaced = true, Text = RuleShapes.TextOf, NewId = _ => ["rule"] },
        new("lifetime") { Merging = PartMerging.Tree, Text = lifetime => string.Join(" or ", lifetime.Elements.Select(RuleShapes.TextOf).Order(StringComparer.Ordinal)) },

        // Bundles.
        new("docker"),
        new("podman"),
        new("rkt"),
        new("network"),
        new("port-mapping") { Key = ["port", "range"], NewId = part => ["port-map", part.Attributes.Find("port") ?? part.Attributes.Find("range") ?? ""] },
        new("storage"),
        new("storage-mapping") { Key = ["target-dir"], NewId = _ => ["storage-map"] },

        // Constraints.
        new("resource_set") { IsPlaced = true, IsOrdered = true, Name = "sets", Joint = "_", NewId = _ => ["set"] },
        new("resource_ref") { Merging = PartMerging.Together, Key = ["id"], Name = "members" },

        // Tags and access control: each reference is somebody's.
        new("obj_ref") { HasAuthor = true, Key = ["id"], Name = "members" },
        new("role") { HasAuthor = true, Key = ["id"], Name = "roles" },
        new("acl_permission") { HasAuthor = true, Key = ["xpath", "reference", "object-type", "attribute"], Name = "permissions", NewId = part => [part.Attributes.Find("kind") ?? "permission"] },

        // Alerts.
        new("recipient") { HasAuthor = true, Key = ["value"], Name = "recipients", NewId = _ => ["recipient"] },
        new("select"),
        new("select_nodes"),
        new("select_fencing"),
        new("select_resources"),
        new("select_attributes"),
        new("attribute") { Key = ["name"], Name = "attributes", NewId = part => [part.Attributes.Find("name") ?? "attribute"] },
    }.ToFrozenDictionary(kind => kind.Tag, StringComparer.Ordinal);

    /// <summary>The kind with a tag.</summary>
    /// <exception cref="ArgumentException">A record was laid out with a part that no line above describes.</exception>
    public static PartKind Of(string tag) =>
        s_kinds.GetValueOrDefault(tag) ?? throw new ArgumentException($"bug in HaIac: no kind of part for <{tag}>", nameof(tag));

    /// <summary>
    /// Whether a live child is a part. Plain sets and the pairs in them are not: their pairs are merged by name, wherever they stand. An element
    /// that nobody knows is not: it is kept and not compared.
    /// </summary>
    public static bool IsPart(CibElement child) =>
        s_kinds.ContainsKey(child.Name)
        && (CibTags.IsSet(child.Name) ? !Reading.AttributeSets.IsPlain(child) : child.Name != CibTags.Pair || child["id-ref"] is not null);

    /// <summary>Whether a live child is the work of whoever put it there, whatever it stands in: removing the object must not take it along.</summary>
    public static bool HasAuthor(CibElement child) => child.Id is not null && s_kinds.TryGetValue(child.Name, out var kind) && kind.HasAuthor;
}
