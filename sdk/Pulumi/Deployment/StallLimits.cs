namespace Pulumi;

/// <summary>When a program counts as standing still.</summary>
internal sealed record StallLimits
{
    /// <summary>Time between two looks; circles are found after one to two of them.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>After how much time without progress the user is told.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(30);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Calls that the engine has not answered yet: as long as there are some, waiting is right.</summary>
    public Func<int> OpenCalls { get; init; } = static () => 0;

    public Action<string> Tell { get; init; } = static _ => { };
}
