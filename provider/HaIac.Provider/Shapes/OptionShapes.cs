namespace HaIac.Provider.Shapes;

/// <summary>Options of the whole cluster.</summary>
/// <remarks>Source: Pacemaker Explained, Cluster-Wide Configuration.</remarks>
internal static class OptionShapes
{
    /// <summary>Options of the property set that Pacemaker and its tools write to.</summary>
    public static ObjectShape ClusterProperties { get; } = new("cluster properties",
    [
        new("properties", MetaShapes.Properties) { Required = true },
    ]);
}
