using HaIac.Cib.Values;

namespace HaIac.Operating.Services;

/// <summary>Reads a service profile from the inputs or the state of <c>haiac:services:Service</c>, so that plugin and command see the same service.</summary>
/// <remarks>The values have been checked. What cannot be read in spite of that counts as not set: a state of an older version must not stop a verb.</remarks>
internal static class ServiceProfileReader
{
    private static readonly string[] s_inside = ["clone", "bundle", "group", "primitive"];

    /// <summary>Reads a profile.</summary>
    /// <param name="name">The name of the resource in its program.</param>
    /// <param name="values">Its properties: texts, booleans, numbers, lists (IEnumerable) and maps (IReadOnlyDictionary&lt;string, object?&gt;).</param>
    public static ServiceProfile Read(string name, IReadOnlyDictionary<string, object?> values)
    {
        var inputs = new PlainValues(values);
        var primitive = Primitive(inputs);
        return new(name)
        {
            ServiceName = inputs.Text("serviceName") ?? name,
            PrimitiveId = primitive?.Text("cibId") is { } id && CibId.TryParse(id, out var read, out _) ? read : null,
            Agent = primitive?.Text("agent") is { } agent && AgentName.TryParse(agent, out var parsed, out _) ? parsed : null,
            InContainers = inputs.Object("bundle") is not null,
            Prefix = inputs.Text("prefix") ?? "",
            Unit = inputs.Text("unit") is { } unit ? WithoutSuffix(unit) : null,
            Nodes = [.. (inputs.Texts("nodes") ?? []).Where(node => NodeName.TryParse(node, out _, out _)).Select(NodeName.Parse)],
            Native = new() { Running = inputs.Flag("running"), Enabled = inputs.Flag("enabled") },
            Changes = new() { RestartOn = inputs.Map("restartOn"), OnChange = inputs.Word<ChangeAction>("onChange") },
            Scripts = [.. inputs.Objects("scripts").Select(Script).OfType<AgentScript>()],
            Handler = inputs.Object("handler") is { } handler ? Handler(handler) : new(),
            Takeover = inputs.Object("takeover") is { } takeover ? Takeover(takeover) : new(),
            Waits = inputs.Object("waits") is { } waits ? Waits(waits) : new(),
            Cleanup = inputs.Object("cleanup") is { } cleanup ? Cleanup(cleanup) : new(),
            OptIn = inputs.Object("optIn") is { } optIn ? OptIn(optIn) : new(),
            Restart = inputs.Object("restart") is { } restart ? Restart(restart) : new(),
            Status = inputs.Object("status") is { } status ? Status(status) : new(),
        };
    }

    /// <summary>The primitive, however deep it is: a service's own, not a list of it (of a group the first, which its name stands for).</summary>
    private static PlainValues? Primitive(PlainValues outer)
    {
        foreach (var inner in s_inside.Select(outer.Object).OfType<PlainValues>())
        {
            return inner.Text("agent") is not null ? inner : Primitive(inner) ?? inner.Objects("primitives").FirstOrDefault();
        }

        return null;
    }

    private static AgentScript? Script(PlainValues inputs) => inputs.Text("path") is { } path && inputs.Text("content") is { } content
        ? new(path, content) { Mode = inputs.Text("mode") ?? "0755" }
        : null;

    private static HandlerSettings Handler(PlainValues inputs)
    {
        var usual = new HandlerSettings();
        return new() { Install = inputs.Flag("install"), Directory = inputs.Text("directory")?.TrimEnd('/') ?? usual.Directory };
    }

    private static TakeoverSettings Takeover(PlainValues inputs)
    {
        var usual = new TakeoverSettings();
        return new()
        {
            Enabled = inputs.Flag("enabled") ?? usual.Enabled,
            OnStart = inputs.Flag("onStart") ?? usual.OnStart,
            OnStop = inputs.Flag("onStop") ?? usual.OnStop,
            OnRefresh = inputs.Flag("onRefresh") ?? usual.OnRefresh,
            Mask = inputs.Flag("mask") ?? usual.Mask,
            FailureIsWarning = inputs.Text("onFailure") is { } word ? word == "warning" : usual.FailureIsWarning,
            Units = [.. (inputs.Texts("units") ?? usual.Units).Select(WithoutSuffix)],
            ExcludedManagers = inputs.Texts("excludedManagers") ?? usual.ExcludedManagers,
            NativeStandards = inputs.Texts("nativeStandards") ?? usual.NativeStandards,
        };
    }

    private static WaitSettings Waits(PlainValues inputs)
    {
        var usual = new WaitSettings();
        return new()
        {
            Instances = inputs.Word<WaitFor>("instances") ?? usual.Instances,
            Promoted = inputs.Flag("promoted") ?? usual.Promoted,
            Interval = inputs.Duration("interval") ?? usual.Interval,
            Limit = inputs.Duration("limit") ?? usual.Limit,
            CommandTimeout = inputs.Duration("commandTimeout") ?? usual.CommandTimeout,
            TimeoutIsWarning = inputs.Text("onTimeout") is { } word ? word == "warning" : usual.TimeoutIsWarning,
        };
    }

    private static CleanupSettings Cleanup(PlainValues inputs)
    {
        var usual = new CleanupSettings();
        return new()
        {
            OnStart = When(inputs.Text("onStart")) ?? usual.OnStart,
            OnStop = When(inputs.Text("onStop")) ?? usual.OnStop,
            OnStatus = When(inputs.Text("onStatus")) ?? usual.OnStatus,
        };
    }

    private static CleanupWhen? When(string? word) => word switch
    {
        "never" => CleanupWhen.Never,
        "failed" => CleanupWhen.IfFailed,
        "always" => CleanupWhen.Always,
        _ => null,
    };

    private static OptInSettings OptIn(PlainValues inputs)
    {
        var usual = new OptInSettings();
        return new() { Enabled = inputs.Flag("enabled") ?? usual.Enabled, Score = inputs.Text("score") ?? usual.Score };
    }

    private static RestartSettings Restart(PlainValues inputs)
    {
        var usual = new RestartSettings();
        return new()
        {
            OnlyIfRunning = inputs.Flag("onlyIfRunning") ?? usual.OnlyIfRunning,
            PreferReload = inputs.Flag("preferReload") ?? usual.PreferReload,
            InMaintenance = inputs.Flag("inMaintenance") ?? usual.InMaintenance,
            GoesOnAfterFailure = inputs.Flag("goesOnAfterFailure") ?? usual.GoesOnAfterFailure,
            LockLimit = inputs.Duration("lockLimit") ?? usual.LockLimit,
        };
    }

    private static StatusSettings Status(PlainValues inputs)
    {
        var usual = new StatusSettings();
        return new()
        {
            Simple = inputs.Word<StatusScope>("simple") ?? usual.Simple,
            Cloned = inputs.Word<StatusScope>("clone") ?? usual.Cloned,
            Promotable = inputs.Word<StatusScope>("promotable") ?? usual.Promotable,
            LocationCounts = inputs.Flag("location") ?? usual.LocationCounts,
            FailuresCount = inputs.Flag("failures") ?? usual.FailuresCount,
        };
    }

    private static string WithoutSuffix(string unit) => unit.EndsWith(".service", StringComparison.Ordinal) ? unit[..^".service".Length] : unit;
}
