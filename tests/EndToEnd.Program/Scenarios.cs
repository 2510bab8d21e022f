using HaIac;
using HaIac.Cib;
using HaIac.OpenStack;
using HaIac.SharedServices;
using Pulumi;

namespace EndToEnd.Program;

/// <summary>The programs of the end-to-end tests, by name; the stack's config says which one runs, and with what.</summary>
internal static class Scenarios
{
    public static IReadOnlyDictionary<string, Action<Config>> All { get; } = new Dictionary<string, Action<Config>>(StringComparer.Ordinal)
    {
        ["empty"] = _ => { },
        ["dummy"] = Dummy,
        ["dummies"] = Dummies,
        ["cloned"] = Cloned,
        ["two-writers"] = TwoWriters,
        ["unknown-agent"] = _ => Primitive("a", "ocf:heartbeat:NoSuchAgent"),
        ["bad-id"] = _ => Primitive("1st:address", "ocf:pacemaker:Dummy"),
        ["bad-interval"] = _ => Primitive("a", "ocf:pacemaker:Dummy", interval: "20x"),
        ["many-mistakes"] = _ => Primitive("1st:address", "no agent at all", interval: "20x"),
        ["dangling"] = config =>
        {
            Primitive("a", "ocf:pacemaker:Dummy");
            _ = new ColocationConstraint("a-with-nowhere", new() { Dependent = "a", Primary = "nowhere", Score = "INFINITY" });
        },
        ["schema"] = _ => new ClusterProperties("properties", new() { Properties = { ["stonith-enabled"] = "sometimes" } }),
        ["refused-by-schema"] = _ => new Primitive("a", new()
        {
            Agent = "ocf:pacemaker:Dummy",
            Operations = { new OperationArgs { Name = "monitor", Interval = "10s", Extra = { ["no-such-attribute"] = "1" } } },
        }),
        // The agent is on the nodes, the daemon that it starts is not.
        ["cannot-start"] = _ => Primitive("a", "ocf:heartbeat:apache"),
        ["throws"] = _ =>
        {
            Primitive("a", "ocf:pacemaker:Dummy");
            throw new InvalidOperationException("The inventory file has no line for ctl2.");
        },
        ["all-types"] = _ => AllTypes(),
        ["controllers"] = Controllers,
        ["catalog"] = Catalog.OnNodes,
        ["catalog-in-containers"] = Catalog.InContainers,
        ["takeover"] = TakeoverScenario.Declare,
        ["wrapper"] = config => _ = new Service("memcached", new(), new()
        {
            ResourceTransformations = { PacemakerWrapper.For(config.Require("match"), new() { HaMode = HaMode.ActiveActive }) },
        }),
    };

    private static void Dummy(Config config) => Primitive("a", "ocf:pacemaker:Dummy", config.Get("interval") ?? "10s", config.Get("parameter"));

    private static void Dummies(Config config)
    {
        for (var i = 1; i <= (config.GetInt32("count") ?? 3); i++)
        {
            Primitive($"d{i}", "ocf:pacemaker:Dummy");
        }
    }

    private static void Cloned(Config config)
    {
        Service? previous = null;
        for (var i = 1; i <= (config.GetInt32("count") ?? 3); i++)
        {
            var service = new ServiceArgs { HaMode = HaMode.ActiveActive, PacemakerClass = PacemakerClass.Agent("ocf:pacemaker:Dummy") };
            if (previous is not null)
            {
                service.StartAfter.Add(previous);
            }

            previous = new Service($"s{i:000}", service);
        }
    }

    // One resource that somebody else changes too, and one that only the program changes.
    private static void TwoWriters(Config config)
    {
        _ = new Service("haproxy", new()
        {
            HaMode = HaMode.ActiveActive,
            PacemakerClass = PacemakerClass.Agent("ocf:pacemaker:Dummy"),
            ResourceHash = { ["clone-max"] = config.Get("clone-max") ?? "3" },
        });
        Primitive("ours", "ocf:pacemaker:Dummy", config.Get("interval") ?? "10s");
    }

    // Quickstart with the addresses and intervals of a test.
    private static void Controllers(Config config)
    {
        var vip = new VirtualIp("public-vip", new() { Ip = config.Require("vip"), CidrNetmask = config.RequireInt32("prefix") });
        var proxy = new LoadBalancer("haproxy", new() { HaMode = HaMode.ActiveActive, Addresses = { vip } });
        _ = new Heat("heat", new()
        {
            HaMode = HaMode.Recommended,
            Behind = proxy,
            ResourceHash = { ["monitor-interval"] = config.Get("interval") ?? "30s" },
        });
    }

    private static void AllTypes()
    {
        _ = new ClusterProperties("properties", new() { Properties = { ["cluster-recheck-interval"] = "5min" } });
        var p = Primitive("p", "ocf:pacemaker:Dummy");
        var g = new Group("g", new() { Primitives = { Inner("g1"), Inner("g2") } });
        var c = new Clone("c-clone", new() { Primitive = Inner("c"), Meta = { ["interleave"] = "true" } });
        var s = new Clone("s-clone", new() { Primitive = Stateful("s"), Promotable = true, Meta = { ["promoted-max"] = "1" } });
        _ = new LocationConstraint("p-on-ctl2", new() { Resource = "p", Node = "ctl2", Score = "100" });
        _ = new ColocationConstraint("g-with-p", new() { Dependent = "g", Primary = "p", Score = "INFINITY" });
        _ = new OrderConstraint("c-after-p", new() { First = "p", Then = "c-clone", Kind = "Optional" });
        _ = (p, g, c, s);
    }

    private static Primitive Primitive(string name, string agent, string interval = "10s", string? parameter = null) => new(name, new()
    {
        Agent = agent,
        Parameters = parameter is null ? new InputMap<string>() : new InputMap<string> { ["fake"] = parameter },
        Operations = { new OperationArgs { Name = "monitor", Interval = interval, Timeout = "20s" } },
    });

    private static PrimitiveArgs Inner(string id) => new()
    {
        CibId = id,
        Agent = "ocf:pacemaker:Dummy",
        Operations = { new OperationArgs { Name = "monitor", Interval = "10s", Timeout = "20s" } },
    };

    private static PrimitiveArgs Stateful(string id) => new()
    {
        CibId = id,
        Agent = "ocf:pacemaker:Stateful",
        Operations =
        {
            new OperationArgs { Name = "monitor", Interval = "10s", Timeout = "20s", Role = "Promoted" },
            new OperationArgs { Name = "monitor", Interval = "11s", Timeout = "20s", Role = "Unpromoted" },
        },
    };
}
