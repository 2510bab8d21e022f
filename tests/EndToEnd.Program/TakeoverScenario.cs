using System.Text.Json;
using HaIac;
using Pulumi;

namespace EndToEnd.Program;

/// <summary>Daemons that go from the init system to Pacemaker and back, by a property or from outside.</summary>
/// <remarks>
/// Configuration: <c>daemons</c> (comma-separated), <c>mode</c> (an HaMode; not set: Disabled), <c>agent</c> (an agent; not set: their systemd units),
/// <c>parameters</c> (of that agent), <c>script</c> (a file with that agent),
/// <c>wrap</c> (glob of what a wrapper in the stack's options hands to Pacemaker).
/// </remarks>
internal static class TakeoverScenario
{
    /// <summary>Declares the daemons.</summary>
    public static void Declare(Config config)
    {
        var daemons = config.Require("daemons").Split(',');
        var mode = config.Get("mode");
        if (config.Get("wrap") is { } match)
        {
            var options = new ComponentResourceOptions();
            if (mode is not null)
            {
                var settings = new PacemakerWrapperArgs();
                Configure(config, mode, settings);
                options.ResourceTransformations.Add(PacemakerWrapper.For(match, settings));
            }

            _ = new Daemons("infra", daemons, options);
            return;
        }

        foreach (var daemon in daemons)
        {
            var args = new ServiceArgs { Running = true, Enabled = true };
            if (mode is not null)
            {
                Configure(config, mode, args);
            }

            _ = new Service(daemon, args);
        }
    }

    private static void Configure(Config config, string mode, ServiceSettings args)
    {
        args.HaMode = mode switch
        {
            "ActiveActive" => HaMode.ActiveActive,
            "ActivePassive" => HaMode.ActivePassive,
            "Promotable" => HaMode.Promotable,
            _ => HaMode.Disabled,
        };
        if (config.Get("agent") is { } agent)
        {
            args.PacemakerClass = PacemakerClass.Agent(agent);
        }

        foreach (var (name, value) in config.GetObject<Dictionary<string, JsonElement>>("parameters") ?? [])
        {
            args.Parameters[name] = value.ToString();
        }

        if (config.Get("script") is { } script)
        {
            args.Scripts.Add(AgentScript.FromFile(script));
        }
    }
}
