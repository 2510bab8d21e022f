namespace HaIac.Transport.Addressing;

/// <summary>This host is a member of the cluster (<c>local:</c>).</summary>
public sealed record LocalAddress : ClusterAddress
{
    /// <summary>Creates the address.</summary>
    public LocalAddress()
        : base("local:")
    {
    }
}
