namespace HaIac.Cli.Clusters;

/// <summary>How a change of a cluster is made.</summary>
/// <param name="Yes">Without asking.</param>
/// <param name="DryRun">Only told.</param>
/// <param name="NoWait">Without waiting for what it leads to.</param>
internal sealed record ChangeSettings(bool Yes, bool DryRun, bool NoWait);
