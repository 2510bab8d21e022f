namespace HaIac.Transport.Failing;

/// <summary>
/// An exit status of one of Pacemaker's command-line tools, by number and by name.
/// </summary>
/// <remarks>
/// Numbers below 64 are the agents' codes, 64 to 78 follow <c>sysexits.h</c>, 100 and above are Pacemaker's own.
/// Source: Pacemaker, include/crm/common/results.h, crm_exit_e.
/// </remarks>
/// <param name="Number">The exit status, 0 to 255.</param>
public readonly record struct CrmExit(int Number)
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [0] = "CRM_EX_OK",
        [1] = "CRM_EX_ERROR",
        [2] = "CRM_EX_INVALID_PARAM",
        [3] = "CRM_EX_UNIMPLEMENT_FEATURE",
        [4] = "CRM_EX_INSUFFICIENT_PRIV",
        [5] = "CRM_EX_NOT_INSTALLED",
        [6] = "CRM_EX_NOT_CONFIGURED",
        [7] = "CRM_EX_NOT_RUNNING",
        [8] = "CRM_EX_PROMOTED",
        [9] = "CRM_EX_FAILED_PROMOTED",
        [64] = "CRM_EX_USAGE",
        [65] = "CRM_EX_DATAERR",
        [66] = "CRM_EX_NOINPUT",
        [67] = "CRM_EX_NOUSER",
        [68] = "CRM_EX_NOHOST",
        [69] = "CRM_EX_UNAVAILABLE",
        [70] = "CRM_EX_SOFTWARE",
        [71] = "CRM_EX_OSERR",
        [72] = "CRM_EX_OSFILE",
        [73] = "CRM_EX_CANTCREAT",
        [74] = "CRM_EX_IOERR",
        [75] = "CRM_EX_TEMPFAIL",
        [76] = "CRM_EX_PROTOCOL",
        [77] = "CRM_EX_NOPERM",
        [78] = "CRM_EX_CONFIG",
        [100] = "CRM_EX_FATAL",
        [101] = "CRM_EX_PANIC",
        [102] = "CRM_EX_DISCONNECT",
        [103] = "CRM_EX_OLD",
        [104] = "CRM_EX_DIGEST",
        [105] = "CRM_EX_NOSUCH",
        [106] = "CRM_EX_QUORUM",
        [107] = "CRM_EX_UNSAFE",
        [108] = "CRM_EX_EXISTS",
        [109] = "CRM_EX_MULTIPLE",
        [110] = "CRM_EX_EXPIRED",
        [111] = "CRM_EX_NOT_YET_IN_EFFECT",
        [112] = "CRM_EX_INDETERMINATE",
        [113] = "CRM_EX_UNSATISFIED",
        [124] = "CRM_EX_TIMEOUT",
        [126] = "not executable",
        [127] = "command not found",
        [190] = "CRM_EX_DEGRADED",
        [191] = "CRM_EX_DEGRADED_PROMOTED",
        [193] = "CRM_EX_NONE",
    };

    /// <summary>The tool did what it was asked to.</summary>
    public static CrmExit Ok { get; } = new(0);

    /// <summary>An error without a number of its own (1); for a patch: the place it changes does not exist.</summary>
    public static CrmExit Error { get; } = new(1);

    /// <summary>An attribute or argument is not acceptable, or the caller may not do this (4).</summary>
    public static CrmExit InsufficientPrivileges { get; } = new(4);

    /// <summary>The input is no acceptable data, for example malformed XML (65).</summary>
    public static CrmExit BadData { get; } = new(65);

    /// <summary>An argument makes no sense to the tool or to the daemon behind it (70).</summary>
    public static CrmExit Software { get; } = new(70);

    /// <summary>The document was written by a newer Pacemaker than the tool understands (76).</summary>
    public static CrmExit Protocol { get; } = new(76);

    /// <summary>The document does not conform to the configured schema (78).</summary>
    public static CrmExit Schema { get; } = new(78);

    /// <summary>The daemon that the tool talks to is not running or went away (102).</summary>
    public static CrmExit Disconnected { get; } = new(102);

    /// <summary>The change was made for an older version of the configuration (103).</summary>
    public static CrmExit Stale { get; } = new(103);

    /// <summary>No such object (105).</summary>
    public static CrmExit NoSuchObject { get; } = new(105);

    /// <summary>The cluster has no quorum (106).</summary>
    public static CrmExit NoQuorum { get; } = new(106);

    /// <summary>The object exists already (108).</summary>
    public static CrmExit Exists { get; } = new(108);

    /// <summary>The tool or the daemon did not answer in time (124).</summary>
    public static CrmExit TimedOut { get; } = new(124);

    /// <summary>The shell found no such command (127).</summary>
    public static CrmExit CommandNotFound { get; } = new(127);

    /// <summary>The name of the status as Pacemaker spells it, or <c>unnamed</c>.</summary>
    public string Name => Names.GetValueOrDefault(Number, "unnamed");

    /// <summary>The number followed by the name: <c>103 (CRM_EX_OLD)</c>.</summary>
    public override string ToString() => $"{Number} ({Name})";
}
