using HaIac.Cib.Values;
using HaIac.Operating.Services;

namespace HaIac.Operating.Tests.Services;

/// <summary>Plugin and command read the same service from the same values.</summary>
public sealed class ServiceProfileReaderTests
{
    [Test]
    public void Read_NothingButTheName_IsAllDefaults()
    {
        Assert.That(ServiceProfileReader.Read("heat-api", new Dictionary<string, object?>()), Is.EqualTo(new ServiceProfile("heat-api")));
    }

    [Test, Property("Requirement", "B2"), Property("Requirement", "E3"), Property("Requirement", "K2"), Property("Requirement", "L1")]
    public void Read_EverySetting_IsRead()
    {
        var profile = ServiceProfileReader.Read("title", new Dictionary<string, object?>
        {
            ["serviceName"] = "heat-api",
            ["unit"] = "openstack-heat-api.service",
            ["nodes"] = new List<object?> { "ctl1", "ctl2" },
            ["restartOn"] = Map(("/etc/heat/heat.conf", "abc")),
            ["onChange"] = "restart",
            ["scripts"] = new List<object?> { Map(("path", "/usr/lib/ocf/resource.d/mine/heat"), ("content", "#!/bin/sh"), ("mode", "0700")) },
            ["handler"] = Map(("install", false), ("directory", "/opt/bin/")),
            ["takeover"] = Map(("enabled", false), ("onStart", false), ("onStop", true), ("onRefresh", "yes"), ("mask", true), ("onFailure", "warning"),
                ("units", new List<object?> { "a.service", "b" }), ("excludedManagers", new List<object?> { "sysvinit" }), ("nativeStandards", new List<object?> { "ocf" })),
            ["optIn"] = Map(("enabled", true), ("score", "50")),
            ["waits"] = Map(("instances", "all"), ("promoted", false), ("interval", "2s"), ("limit", "1min"), ("commandTimeout", 5), ("onTimeout", "warning")),
            ["cleanup"] = Map(("onStart", "never"), ("onStop", "always"), ("onStatus", "failed")),
            ["restart"] = Map(("onlyIfRunning", false), ("preferReload", false), ("inMaintenance", true), ("goesOnAfterFailure", true), ("lockLimit", "1h")),
            ["status"] = Map(("simple", "local"), ("clone", "global"), ("promotable", "global"), ("location", true), ("failures", false)),
            ["prefix"] = "p_",
            ["running"] = true,
            ["enabled"] = false,
        });

        Assert.That(profile, Is.EqualTo(new ServiceProfile("title")
        {
            ServiceName = "heat-api",
            Unit = "openstack-heat-api",
            Nodes = [NodeName.Parse("ctl1"), NodeName.Parse("ctl2")],
            Changes = new() { RestartOn = AttributeMap.Of(("/etc/heat/heat.conf", "abc")), OnChange = ChangeAction.Restart },
            Scripts = [new("/usr/lib/ocf/resource.d/mine/heat", "#!/bin/sh") { Mode = "0700" }],
            Handler = new() { Install = false, Directory = "/opt/bin" },
            Takeover = new() { Enabled = false, OnStart = false, OnStop = true, OnRefresh = true, Mask = true, FailureIsWarning = true, Units = ["a", "b"], ExcludedManagers = ["sysvinit"], NativeStandards = ["ocf"] },
            OptIn = new() { Enabled = true, Score = "50" },
            Waits = new() { Instances = WaitFor.All, Promoted = false, Interval = TimeSpan.FromSeconds(2), Limit = TimeSpan.FromMinutes(1), CommandTimeout = TimeSpan.FromSeconds(5), TimeoutIsWarning = true },
            Cleanup = new() { OnStart = CleanupWhen.Never, OnStop = CleanupWhen.Always, OnStatus = CleanupWhen.IfFailed },
            Restart = new() { OnlyIfRunning = false, PreferReload = false, InMaintenance = true, GoesOnAfterFailure = true, LockLimit = TimeSpan.FromHours(1) },
            Status = new() { Simple = StatusScope.Local, Cloned = StatusScope.Global, Promotable = StatusScope.Global, LocationCounts = true, FailuresCount = false },
            Prefix = "p_",
            Native = new() { Running = true, Enabled = false },
        }));
    }

    [TestCase("primitive")]
    [TestCase("clone", "primitive")]
    [TestCase("clone", "group")]
    [TestCase("bundle", "primitive")]
    public void Read_PrimitiveAtAnyDepth_IsFound(params string[] path)
    {
        IReadOnlyDictionary<string, object?> inner = path[^1] == "group"
            ? Map(("cibId", "g"), ("primitives", new List<object?> { Map(("cibId", "p_heat"), ("agent", "systemd:heat")) }))
            : Map(("cibId", "p_heat"), ("agent", "systemd:heat"));

        var profile = ServiceProfileReader.Read("heat", path.Reverse().Aggregate(inner, (value, name) => Map((name, value))));

        Assert.That((profile.PrimitiveId?.Value, profile.Agent?.ToString(), profile.AgentRunsUnit), Is.EqualTo(("p_heat", "systemd:heat", true)));
    }

    [TestCase("heat-api", "", null, "heat-api")]
    [TestCase("p_heat-api", "", null, "heat-api")]
    [TestCase("ha-heat-api", "ha-", null, "heat-api")]
    [TestCase("heat-api", "p_", "openstack-heat-api", "openstack-heat-api")]
    [Property("Requirement", "D4"), Property("Requirement", "B3")]
    public void NativeUnit_NameWithPrefix_IsTheNameOfTheBasicService(string service, string prefix, string? unit, string expected)
    {
        Assert.That(new ServiceProfile(service) { Prefix = prefix, Unit = unit }.NativeUnit, Is.EqualTo(expected));
    }

    private static Dictionary<string, object?> Map(params (string Name, object? Value)[] values) => values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
