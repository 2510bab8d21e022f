namespace HaIac.Operating.Awaiting;

/// <summary>How patiently the provider waits.</summary>
internal sealed class AwaitSettings
{
    /// <summary>How long a resource may take to settle when the program sets no customTimeouts. Default 5 min.</summary>
    public TimeSpan SettleTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The first pause between two looks at the cluster. Default 100 ms.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The longest pause between two looks while the cluster is busy. Default 1 s: each look at a large cluster takes it half a second that it would
    /// rather spend on starting things.
    /// </summary>
    public TimeSpan BusyPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two looks while nothing moves; each is half as long again as the one before. Default 2 s.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a resource must stay blocked before that counts. Default 10 s: a constraint, a node or another resource that frees it may be
    /// on its way.
    /// </summary>
    public TimeSpan BlockedPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long nothing may happen in this process before an id that nobody has declared counts as declared nowhere. Default 10 s: registrations
    /// come in any order.
    /// </summary>
    public TimeSpan ReferenceGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
