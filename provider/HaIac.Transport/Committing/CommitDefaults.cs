namespace HaIac.Transport.Committing;

/// <summary>Each default of <see cref="CommitSettings"/>, once.</summary>
internal static class CommitDefaults
{
    public static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(25);
    public static readonly TimeSpan GatherLimit = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan ReferenceWait = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan RetryTime = TimeSpan.FromMilliseconds(250);
    public const int VerifyFirst = 50;
    public const int MaxAttempts = 100;
    public const int ConnectionAttempts = 5;
}
