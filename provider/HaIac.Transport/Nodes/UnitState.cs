namespace HaIac.Transport.Nodes;

/// <summary>A unit of one node's init system at one moment.</summary>
public sealed record UnitState
{
    /// <summary>Its name without <c>.service</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The init system that knows it: <c>systemd</c> or <c>sysvinit</c>. Default: systemd.</summary>
    public string Manager { get; init; } = "systemd";

    /// <summary>Whether the init system has such a unit, masked or not.</summary>
    public required bool Installed { get; init; }

    /// <summary>Whether it starts with the machine, in the init system's word: enabled, disabled, static, masked, ...; empty if unknown.</summary>
    public string EnabledState { get; init; } = "";

    /// <summary>Whether it runs, in systemd's word: active, activating, reloading, deactivating, inactive, failed.</summary>
    public string ActiveState { get; init; } = "inactive";

    /// <summary>Its finer state in systemd's word: running, exited, dead, auto-restart, ...; empty if unknown.</summary>
    public string SubState { get; init; } = "";

    /// <summary>Process id of its main process; 0 if it has none.</summary>
    public int MainPid { get; init; }

    /// <summary>How its last run ended, in systemd's word: success, exit-code, signal, timeout, ...; empty if unknown.</summary>
    public string Result { get; init; } = "";

    /// <summary>Whether its file declares that it can reload its configuration.</summary>
    public bool CanReload { get; init; }

    /// <summary>Whether it starts with the machine.</summary>
    public bool IsEnabled => EnabledState is "enabled" or "enabled-runtime";

    /// <summary>Whether it can neither be started nor enabled.</summary>
    public bool IsMasked => EnabledState is "masked" or "masked-runtime";

    /// <summary>Whether it runs or is about to.</summary>
    public bool IsActive => ActiveState is "active" or "activating" or "reloading" or "refreshing";

    /// <summary>Whether its last run failed and it does not run.</summary>
    public bool IsFailed => ActiveState == "failed";
}
