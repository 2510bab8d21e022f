namespace HaIac;

/// <summary>One operation of a service's primitive. Source: Pacemaker Explained, Resource Operations.</summary>
public sealed record OperationSettings
{
    /// <summary>What is done: monitor, start, stop, promote, demote, reload, notify.</summary>
    /// <value>In the list form required; in the form by name it is the name before the colon.</value>
    public string Name { get; set; } = "";

    /// <summary>Only for this role: Started, Stopped, Promoted, Unpromoted.</summary>
    /// <value>Default: any, or what the name says behind a colon.</value>
    public string? Role { get; set; }

    /// <summary>How often it is repeated.</summary>
    /// <value>Default: the class's; 0 for what is done once.</value>
    public TimeSpan? Interval { get; set; }

    /// <summary>How long one run may take.</summary>
    /// <value>Default: the class's.</value>
    public TimeSpan? Timeout { get; set; }

    /// <summary>What the cluster does when it fails: ignore, block, stop, restart, standby, fence, demote.</summary>
    /// <value>Default: restart; fence for stop where fencing is on.</value>
    public string? OnFail { get; set; }

    /// <summary>How deeply a monitor looks (<c>OCF_CHECK_LEVEL</c>); agents say which levels they have.</summary>
    /// <value>Default: the agent's, usually 0.</value>
    public int? CheckLevel { get; set; }

    /// <summary>Further attributes by their CIB names, such as start-delay.</summary>
    /// <value>Default: none.</value>
    public Dictionary<string, string> Extra { get; set; } = new(StringComparer.Ordinal);

    /// <summary>What makes it one operation, with the words of today for roles.</summary>
    internal (string Name, string? Role) Key => (Name, RoleName(Role));

    /// <summary>Today's word for a role: old configurations say Master and Slave.</summary>
    internal static string? RoleName(string? role) => role switch
    {
        "Master" => "Promoted",
        "Slave" => "Unpromoted",
        "" => null,
        _ => role,
    };

    internal OperationSettings Over(OperationSettings below)
    {
        var extra = new Dictionary<string, string>(below.Extra, StringComparer.Ordinal);
        foreach (var (name, value) in Extra)
        {
            extra[name] = value;
        }

        return this with
        {
            Interval = Interval ?? below.Interval,
            Timeout = Timeout ?? below.Timeout,
            OnFail = OnFail ?? below.OnFail,
            CheckLevel = CheckLevel ?? below.CheckLevel,
            Extra = extra,
        };
    }
}
