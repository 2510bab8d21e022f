using HaIac.Operating.Awaiting;

namespace HaIac.Operating.Tests;

/// <summary>Patience that suits tests: nothing waits long, and nothing gives up on a slow host.</summary>
internal static class Patience
{
    public static AwaitSettings Short() => new()
    {
        SettleTimeout = TimeSpan.FromMinutes(5),
        FirstPause = TimeSpan.FromMilliseconds(20),
        BusyPause = TimeSpan.FromMilliseconds(100),
        LongestPause = TimeSpan.FromMilliseconds(200),
        BlockedPatience = TimeSpan.FromMilliseconds(300),
    };
}
