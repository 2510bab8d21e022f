namespace HaIac.Provider.Shapes;

/// <summary>How a service is taken over, awaited, cleaned up and restarted. Defaults stand in the settings records of HaIac.Operating.</summary>
internal static class ServiceSettingShapes
{
    private static readonly TextShape s_severity = Texts.OneOf("error", "warning");
    private static readonly TextShape s_cleanup = Texts.OneOf("never", "failed", "always");
    private static readonly TextShape s_scope = Texts.OneOf("local", "global");

    /// <summary>A script that must be on the nodes.</summary>
    public static ObjectShape Script { get; } = new("a script",
    [
        new("path", Texts.AbsolutePath) { Required = true },
        new("content", Texts.Content) { Required = true },
        new("mode", Texts.FileMode),
    ]);

    /// <summary>The script to run an agent by hand.</summary>
    public static ObjectShape Handler { get; } = new("a handler",
    [
        new("install", new FlagShape()),
        new("directory", Texts.AbsolutePath),
    ]);

    /// <summary>How the init system's daemon is taken over.</summary>
    public static ObjectShape Takeover { get; } = new("takeover settings",
    [
        new("enabled", new FlagShape()),
        new("onStart", new FlagShape()),
        new("onStop", new FlagShape()),
        new("onRefresh", new FlagShape()),
        new("mask", new FlagShape()),
        new("onFailure", s_severity),
        new("units", new TextListShape("unit names", Texts.Any)),
        new("excludedManagers", new TextListShape("init systems", Texts.OneOf("systemd", "sysvinit"))),
        new("nativeStandards", new TextListShape("agent standards", Texts.Any)),
    ]);

    /// <summary>Locations for clusters in which resources may run nowhere by default.</summary>
    public static ObjectShape OptIn { get; } = new("opt-in settings", [new("enabled", new FlagShape()), new("score", Texts.Score)]);

    /// <summary>What is waited for.</summary>
    public static ObjectShape Waits { get; } = new("wait settings",
    [
        new("instances", Texts.OneOf("none", "some", "all")),
        new("promoted", new FlagShape()),
        new("interval", Texts.Duration),
        new("limit", Texts.Duration),
        new("commandTimeout", Texts.Duration),
        new("onTimeout", s_severity),
    ]);

    /// <summary>When failures are cleaned up.</summary>
    public static ObjectShape Cleanup { get; } = new("cleanup settings", [new("onStart", s_cleanup), new("onStop", s_cleanup), new("onStatus", s_cleanup)]);

    /// <summary>How it is restarted.</summary>
    public static ObjectShape Restart { get; } = new("restart settings",
    [
        new("onlyIfRunning", new FlagShape()),
        new("preferReload", new FlagShape()),
        new("inMaintenance", new FlagShape()),
        new("goesOnAfterFailure", new FlagShape()),
        new("lockLimit", Texts.Duration),
    ]);

    /// <summary>What its status looks at.</summary>
    public static ObjectShape Status { get; } = new("status settings",
    [
        new("simple", s_scope),
        new("clone", s_scope),
        new("promotable", s_scope),
        new("location", new FlagShape()),
        new("failures", new FlagShape()),
    ]);
}
