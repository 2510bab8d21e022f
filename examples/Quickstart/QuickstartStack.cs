using HaIac;
using HaIac.OpenStack;
using HaIac.SharedServices;
using Pulumi;

namespace Quickstart;

/// <summary>One virtual address, HAProxy and Heat, on all controllers of a cluster.</summary>
public sealed class QuickstartStack : Stack
{
    /// <summary>Declares the services. What is not said here, such as timeouts, is HaIac's default; `preview --diff` shows all of it.</summary>
    public QuickstartStack()
    {
        var config = new Config();

        var vip = new VirtualIp("public-vip", new() { Ip = config.Get("vip") ?? "192.0.2.10", CidrNetmask = 24 });
        var proxy = new LoadBalancer("haproxy", new() { HaMode = HaMode.ActiveActive, Addresses = { vip } });
        var heat = new Heat("heat", new() { HaMode = HaMode.Recommended, Behind = proxy });

        Vip = vip.Ip;
        Endpoint = heat.Endpoint;
    }

    /// <summary>The address that users of the cloud see.</summary>
    [Output("vip")]
    public Output<string> Vip { get; private set; }

    /// <summary>Where Heat answers.</summary>
    [Output("endpoint")]
    public Output<string?> Endpoint { get; private set; }
}
