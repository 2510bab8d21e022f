namespace HaIac.Transport;

/// <summary>Each default of <see cref="TransportSettings"/>, once.</summary>
internal static class TransportDefaults
{
    public static readonly TimeSpan QueryTimeout = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan PatchTimeout = TimeSpan.FromSeconds(120);
    public static readonly TimeSpan SimulationTimeout = TimeSpan.FromSeconds(120);
    public static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan UnitTimeout = TimeSpan.FromSeconds(180);
    public static readonly TimeSpan NodeGatherTime = TimeSpan.FromMilliseconds(10);
    public static readonly TimeSpan NodePatience = TimeSpan.FromMilliseconds(250);
    public const int OutputLimit = 256 * 1024 * 1024;
}
