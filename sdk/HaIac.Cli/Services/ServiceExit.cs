using HaIac.Operating.Reporting;

namespace HaIac.Cli.Services;

/// <summary>Exit codes of <c>haiac service</c>.</summary>
/// <remarks>Source: Linux Standard Base Core, Init Script Actions, exit status of the status action (0, 3, 4).</remarks>
internal static class ServiceExit
{
    /// <summary>Done; or, of a status, it runs.</summary>
    public const int Good = 0;

    /// <summary>It could not be done or asked.</summary>
    public const int CouldNot = 1;

    /// <summary>It does not run.</summary>
    public const int Stopped = 3;

    /// <summary>It failed, or nothing is known.</summary>
    public const int Unknown = 4;

    /// <summary>The code for a state.</summary>
    public static int Of(NodeState state) => state switch
    {
        NodeState.Failed or NodeState.Unknown or NodeState.Absent => Unknown,
        NodeState.Stopped => Stopped,
        _ => Good,
    };
}
