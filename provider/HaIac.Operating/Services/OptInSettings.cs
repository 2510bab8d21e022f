namespace HaIac.Operating.Services;

/// <summary>Location constraints that allow a service on its nodes, for clusters with symmetric-cluster=false (rules J1-J5 of the requirements).</summary>
internal sealed record OptInSettings
{
    /// <summary>Whether they are made. Default: false.</summary>
    public bool Enabled { get; init; }

    /// <summary>Their score. Default: 100.</summary>
    public string Score { get; init; } = "100";
}
