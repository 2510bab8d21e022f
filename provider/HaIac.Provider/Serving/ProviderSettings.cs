using System.Collections.Immutable;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Provider.Shapes;
using HaIac.Transport.Addressing;
using Pulumi.Experimental;

namespace HaIac.Provider.Serving;

/// <summary>The configuration of the plugin (<c>haiac:cluster</c>, <c>haiac:settleTimeout</c>, <c>haiac:operatorState</c>), read and checked as a whole.</summary>
internal sealed record ProviderSettings
{
    private static readonly string[] s_names = ["cluster", "settleTimeout", OperatorNames.Setting];

    /// <summary>The cluster; null when it is not configured or known only after up.</summary>
    public ClusterAddress? Cluster { get; private init; }

    /// <summary>How long resources may take to settle; null: the default.</summary>
    public TimeSpan? SettleTimeout { get; private init; }

    /// <summary>The meta attributes that operators set while the cluster runs; null: the default.</summary>
    public ValueList<string>? OperatorState { get; private init; }

    /// <summary>Everything that is wrong with the configuration.</summary>
    public ImmutableArray<Finding> Findings { get; private init; } = [];

    /// <summary>Reads the configuration.</summary>
    /// <param name="values">The values as the engine sends them: texts, since they come from the stack's configuration file.</param>
    /// <param name="directory">The folder that relative paths start from: that of the program.</param>
    public static ProviderSettings Read(ImmutableDictionary<string, PropertyValue> values, string directory)
    {
        var findings = new List<Finding>();
        ClusterAddress? cluster = null;
        if (Text(values, "cluster") is { Length: > 0 } text)
        {
            if (!ClusterAddress.TryParse(text, directory, out cluster, out var reason))
            {
                findings.Add(new(FindingCode.BadConfig, $"\"{text}\" is no cluster address: {reason}", "configuration value haiac:cluster",
                    "The address decides how the cluster's tools are reached.",
                    "Write local:, ssh://user@host1,host2,host3, cib://user@host1,host2:port or virtual:directory?nodes=node1,node2,node3.") { Property = "cluster" });
            }
        }
        else if (!(values.TryGetValue("cluster", out var value) && value.IsComputed))
        {
            findings.Add(Missing(values));
        }

        TimeSpan? timeout = null;
        if (Text(values, "settleTimeout") is { Length: > 0 } duration)
        {
            if (CibDuration.TryParse(duration, out var read, out var reason) && read.Value > TimeSpan.Zero)
            {
                timeout = read.Value;
            }
            else
            {
                findings.Add(new(FindingCode.BadConfig, $"\"{duration}\" is no time to wait.", "configuration value haiac:settleTimeout",
                    reason is null ? "It must be longer than nothing." : $"{char.ToUpperInvariant(reason[0])}{reason[1..]}.",
                    "Write for example 300s or 5min, or take it out: the default is 5min.") { Property = "settleTimeout" });
            }
        }

        var operators = Text(values, OperatorNames.Setting) is { Length: > 0 } names ? OperatorNames.Read(names, findings) : null;
        return new() { Cluster = cluster, SettleTimeout = timeout, OperatorState = operators, Findings = [.. findings] };
    }

    /// <summary>The finding for a configuration without a cluster.</summary>
    private static Finding Missing(ImmutableDictionary<string, PropertyValue> values)
    {
        var near = values.Keys.FirstOrDefault(key => !s_names.Contains(key, StringComparer.Ordinal) && NearestName.Find(key, s_names) == "cluster");
        return new(FindingCode.MissingConfig, near is null ? "haiac:cluster is not set." : $"haiac:cluster is not set, but haiac:{near} is.", "configuration of the stack",
            "The plugin must know which cluster the resources belong to.",
            "haiac config set haiac:cluster \"virtual:.haiac/dev?nodes=ctl1,ctl2,ctl3\" for a trial on this host, ssh://root@ctl1,ctl2,ctl3 for a real cluster.") { Property = "cluster" };
    }

    private static string? Text(ImmutableDictionary<string, PropertyValue> values, string name) =>
        values.TryGetValue(name, out var value) && !value.IsNull ? TextShape.AsText(value) : null;
}
