namespace HaIac.Cib.Documents;

/// <summary>Words of the CIB that more than one step needs.</summary>
internal static class CibTags
{
    public const string InstanceAttributes = "instance_attributes";
    public const string MetaAttributes = "meta_attributes";
    public const string Utilization = "utilization";
    public const string ClusterPropertySet = "cluster_property_set";
    public const string Operations = "operations";
    public const string Operation = "op";
    public const string Pair = "nvpair";
    public const string Promotable = "promotable";
    public const string XmlSpace = "xml:space";

    public static bool IsSet(string tag) => tag is InstanceAttributes or MetaAttributes or Utilization or ClusterPropertySet;

    public static bool IsResource(string tag) => tag is "primitive" or "group" or "clone" or "master" or "bundle" or "template";
}
