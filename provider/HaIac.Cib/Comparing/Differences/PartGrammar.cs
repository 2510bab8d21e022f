using System.Collections.Frozen;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>What Pacemaker's schemas say about the elements inside objects: which are known, which are read in order, which are one value.</summary>
/// <remarks>
/// <para>Source: resources-3.9.rng, constraints-3.9.rng, nvset-3.9.rng, rule-3.9.rng, fencing-2.4.rng, tags-3.3.rng, acls-3.8.rng, alerts-3.9.rng.</para>
/// <para>
/// The order of port and storage mappings is that of the container's command line, and another one restarts it. The members of a tag are put into an ordered
/// set in their order. ACL permissions have none: deny goes before write, write before read (Pacemaker Explained, ACL Roles).
/// </para>
/// </remarks>
internal static class PartGrammar
{
    private static readonly FrozenSet<string> s_known = new[]
    {
        "primitive", "template", "group", "clone", "master", "bundle", "rsc_location", "rsc_colocation", "rsc_order", "rsc_ticket", "node", "fencing-level", "tag",
        "acl_role", "acl_target", "acl_group", "alert", CibTags.ClusterPropertySet, CibTags.InstanceAttributes, CibTags.MetaAttributes, CibTags.Utilization, "nvpair",
        CibTags.Operations, CibTags.Operation, "resource_set", "resource_ref", "obj_ref", "role", "acl_permission", "docker", "podman", "rkt", "network", "port-mapping",
        "storage", "storage-mapping", "lifetime", "recipient", "select", "select_nodes", "select_fencing", "select_resources", "select_attributes", "attribute",
        "rule", "expression", "date_expression", "rsc_expression", "op_expression", "duration", "date_spec",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the schemas know the element; others are compared as XML.</summary>
    public static bool IsKnown(string tag) => s_known.Contains(tag);

    /// <summary>Whether the element is a tree that is shown as one value.</summary>
    public static bool IsTree(string tag) => tag is "rule" or "expression" or "date_expression" or "rsc_expression" or "op_expression" or "duration" or "date_spec";

    /// <summary>Whether the element is a set of pairs inside an object.</summary>
    public static bool IsSet(string tag) => tag is CibTags.InstanceAttributes or CibTags.MetaAttributes or CibTags.Utilization;

    /// <summary>Whether the element only names something, so that a list of them is one value.</summary>
    public static bool IsMember(string tag) => ReferencesTo.IsReference(tag);

    /// <summary>Whether an owner has at most one of it.</summary>
    public static bool IsSingle(string tag) =>
        tag is CibTags.Operations or "docker" or "podman" or "rkt" or "network" or "storage" or "lifetime" or "duration" or "date_spec"
        || tag.StartsWith("select", StringComparison.Ordinal);

    /// <summary>The word for children whose order among each other counts; null where it does not.</summary>
    /// <param name="holder">What holds them.</param>
    /// <param name="holderOfHolder">The tag of what holds that.</param>
    /// <param name="child">One of them.</param>
    public static string? OrderOf(CibElement holder, string holderOfHolder, CibElement child) => holder.Name switch
    {
        CibSections.Resources or "group" => CibTags.IsResource(child.Name) && child.Name != "template" ? "resource" : PairSetOrder(child),
        "rsc_order" or "rsc_colocation" => child.Name == "resource_set" ? child.Name : null,
        "resource_set" => child.Name == "resource_ref" && holderOfHolder is "rsc_order" or "rsc_colocation" && !Meaning.Same(ValueKind.Boolean, holder["sequential"], "false")
            ? child.Name
            : null,
        "tag" or "network" or "storage" => child.Name is "obj_ref" or "port-mapping" or "storage-mapping" ? child.Name : null,
        _ when PairSetOrder(child) is { } set => set,
        _ => IsKnown(holder.Name) || IsOwnSection(holder.Name) ? null : child.Name,
    };

    private static string? PairSetOrder(CibElement child) => IsSet(child.Name) || child.Name == CibTags.ClusterPropertySet ? child.Name : null;

    private static bool IsOwnSection(string tag) =>
        tag is "crm_config" or "rsc_defaults" or "op_defaults" or "nodes" or "constraints" or "fencing-topology" or "tags" or "acls" or "alerts" or "configuration";
}
