namespace HaIac;

/// <summary>What a daemon under Pacemaker gets when the user sets nothing.</summary>
/// <remarks>
/// The agents' own 20 s for start and stop are too short on loaded controllers; 200 s is what large deployments converged on.
/// Source: the service table of the design, section 1.1.
/// </remarks>
internal static class DaemonDefaults
{
    public const string MonitorInterval = "30s";
    public const string PromotedMonitorInterval = "20s";
    public const string MonitorTimeout = "60s";
    public const string StartTimeout = "200s";
    public const string StopTimeout = "200s";
    public const string MigrationThreshold = "3";
    public const string FailureTimeout = "120s";
}
