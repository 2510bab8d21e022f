namespace HaIac.Cib.Documents;

/// <summary>Tags of the sections of a CIB, and what stands in which.</summary>
/// <remarks>Source: pacemaker-3.9.rng. The schema accepts the sections in any order; ours is the one of its text, required ones first read.</remarks>
internal static class CibSections
{
    public const string Configuration = "configuration";
    public const string CrmConfig = "crm_config";
    public const string ResourceDefaults = "rsc_defaults";
    public const string OperationDefaults = "op_defaults";
    public const string Nodes = "nodes";
    public const string Resources = "resources";
    public const string Constraints = "constraints";
    public const string FencingTopology = "fencing-topology";
    public const string Acls = "acls";
    public const string Tags = "tags";
    public const string Alerts = "alerts";
    public const string Status = "status";

    private static readonly string[] s_order =
        [CrmConfig, ResourceDefaults, OperationDefaults, Nodes, Resources, Constraints, FencingTopology, Acls, Tags, Alerts];

    /// <summary>The section of objects with a tag. Sets of defaults, whose tag does not tell, name theirs themselves.</summary>
    public static string Of(string tag) => tag switch
    {
        "rsc_location" or "rsc_colocation" or "rsc_order" or "rsc_ticket" => Constraints,
        CibTags.ClusterPropertySet => CrmConfig,
        "node" => Nodes,
        "fencing-level" => FencingTopology,
        "tag" => Tags,
        "acl_role" or "acl_target" or "acl_group" or "acl_user" => Acls,
        "alert" => Alerts,
        _ => Resources,
    };

    /// <summary>The configuration with one more section, before the first that comes after it.</summary>
    public static CibElement Insert(CibElement configuration, CibElement section)
    {
        var place = Array.IndexOf(s_order, section.Name);
        for (var i = 0; i < configuration.Children.Length; i++)
        {
            if (configuration.Children[i] is CibElement other && Array.IndexOf(s_order, other.Name) > place)
            {
                return configuration.WithChildren(configuration.Children.Insert(i, section));
            }
        }

        return configuration.Append(section);
    }
}
