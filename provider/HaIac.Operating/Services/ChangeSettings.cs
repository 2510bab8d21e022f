using HaIac.Cib.Values;

namespace HaIac.Operating.Services;

/// <summary>What restarts a service besides a change of its own: configuration files that it reads, scripts that run it (rule C2 of the requirements).</summary>
internal sealed record ChangeSettings
{
    /// <summary>Values by name, mostly checksums of configuration files; another value means that the service must read it. Default: none.</summary>
    public AttributeMap RestartOn { get; init; } = AttributeMap.Empty;

    /// <summary>What is done then. Default: null, a reload where unit or agent can do it, else a restart.</summary>
    public ChangeAction? OnChange { get; init; }
}

/// <summary>What is done when something changed that a service reads.</summary>
internal enum ChangeAction
{
    /// <summary>It reads its configuration anew; a restart where it cannot do that.</summary>
    Reload,

    /// <summary>It is restarted.</summary>
    Restart,

    /// <summary>Nothing.</summary>
    None,
}
