using HaIac.Provider.Tests.Serving;

namespace HaIac.Provider.Tests.Switching;

/// <summary>A service "heat" in its forms, and a cluster whose nodes have its unit.</summary>
internal static class HeatOnPaper
{
    public const string ServiceType = "haiac:services:Service";
    public const string Off = """{"serviceName":"heat","haMode":"Disabled"}""";
    public const string Native = """{"serviceName":"heat","haMode":"Disabled","running":true}""";
    public const string ForeignClone = """{"serviceName":"heat","haMode":"ActiveActive","clone":{"cibId":"heat-clone","primitive":{"cibId":"heat","agent":"ocf:pacemaker:Dummy"}}}""";
    public const string ForeignPrimitive = """{"serviceName":"heat","haMode":"ActivePassive","primitive":{"cibId":"heat","agent":"ocf:pacemaker:Dummy"}}""";
    public const string NativeClone = """{"serviceName":"heat","haMode":"ActiveActive","clone":{"cibId":"heat-clone","primitive":{"cibId":"heat","agent":"systemd:heat"}}}""";
    public const string NativePrimitive = """{"serviceName":"heat","haMode":"ActivePassive","primitive":{"cibId":"heat","agent":"systemd:heat"}}""";

    public static readonly string[] Nodes = ["ctl1", "ctl2", "ctl3"];

    public static async Task<VirtualPlugin> WithUnitsAsync(bool enabled = true, bool active = true)
    {
        var cluster = await VirtualPlugin.StartAsync();
        foreach (var node in Nodes)
        {
            cluster.Nodes.Add(node, "heat", enabled, active);
        }

        return cluster;
    }
}
