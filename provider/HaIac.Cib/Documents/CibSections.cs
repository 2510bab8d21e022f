namespace HaIac.Cib.Documents;

/// <summary>Tags of the sections of a CIB.</summary>
internal static class CibSections
{
    public const string Configuration = "configuration";
    public const string CrmConfig = "crm_config";
    public const string Nodes = "nodes";
    public const string Resources = "resources";
    public const string Constraints = "constraints";
    public const string Status = "status";
}
