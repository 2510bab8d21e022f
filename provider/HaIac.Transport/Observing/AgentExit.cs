namespace HaIac.Transport.Observing;

/// <summary>An exit code of a resource agent.</summary>
/// <remarks>Source: OCF resource agent API, return codes; Pacemaker Administration, Resource Agents.</remarks>
/// <param name="Code">The exit code.</param>
public readonly record struct AgentExit(int Code)
{
    /// <summary>The name of the code: <c>OCF_ERR_GENERIC</c>.</summary>
    public string Name => Code switch
    {
        0 => "OCF_SUCCESS",
        1 => "OCF_ERR_GENERIC",
        2 => "OCF_ERR_ARGS",
        3 => "OCF_ERR_UNIMPLEMENTED",
        4 => "OCF_ERR_PERM",
        5 => "OCF_ERR_INSTALLED",
        6 => "OCF_ERR_CONFIGURED",
        7 => "OCF_NOT_RUNNING",
        8 => "OCF_RUNNING_PROMOTED",
        9 => "OCF_FAILED_PROMOTED",
        190 => "OCF_DEGRADED",
        191 => "OCF_DEGRADED_PROMOTED",
        193 => "PCMK_OCF_UNKNOWN",
        _ => "unnamed",
    };

    /// <summary>What the code means, in words for an operator.</summary>
    public string Meaning => Code switch
    {
        0 => "success",
        1 => "the agent met a general error",
        2 => "the agent does not accept its parameters on this node",
        3 => "the agent does not have this action",
        4 => "the agent lacks a permission on this node",
        5 => "a program or the agent itself is not installed on this node",
        6 => "the resource is configured wrongly, on every node",
        7 => "the resource is not running",
        8 => "the resource is running promoted",
        9 => "the resource failed while promoted",
        190 => "the resource is running but degraded",
        191 => "the resource is promoted but degraded",
        193 => "no result is known yet",
        _ => "the agent ended with a code of its own",
    };

    /// <summary>Code, name and meaning.</summary>
    public override string ToString() => $"{Code} ({Name}: {Meaning})";
}
