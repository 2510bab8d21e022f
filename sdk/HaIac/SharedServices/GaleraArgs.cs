namespace HaIac.SharedServices;

/// <summary>Inputs of <see cref="Galera"/>.</summary>
public sealed class GaleraArgs : BundledServiceArgs
{
    /// <summary>
    /// Names of the nodes that hold the database, as the cluster knows them. All of them serve, and all of them must have reported before a stopped database
    /// is started again.
    /// </summary>
    /// <value>Required by the agent in clustered modes, at least two; or set <c>param.wsrep_cluster_address</c> yourself.</value>
    public List<string> Members { get; set; } = [];

    /// <summary>What Galera calls each node where that differs from the cluster's name.</summary>
    /// <value>Node names of the cluster to names in Galera. Default: none, they are the same.</value>
    public Dictionary<string, string> GaleraNames { get; set; } = [];

    internal override ResourceHash OwnParameters
    {
        get
        {
            ResourceHash own = [];
            if (PacemakerClass is not null)
            {
                own = Catalog.SharedDaemons.PlainDatabase;
            }

            if (Members.Count > 0)
            {
                own["param.wsrep_cluster_address"] = "gcomm://" + string.Join(',', Members.Select(node => GaleraNames.GetValueOrDefault(node, node)));
                own["clone-max"] = Members.Count;
                own["promoted-max"] = Members.Count;
                own["replicas"] = Members.Count;
            }

            if (GaleraNames.Count > 0)
            {
                own["param.cluster_host_map"] = string.Join(';', GaleraNames.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}:{pair.Value}"));
            }

            return own;
        }
    }
}
