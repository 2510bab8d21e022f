using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace HaIac.Labs.Clusters;

/// <summary>What a node's Pacemaker says of the cluster, as far as tests ask for it.</summary>
/// <remarks>Read on its own, without HaIac's code: tests hold HaIac's answers against these.</remarks>
public sealed record ClusterView
{
    /// <summary>Whether this node's partition has quorum and a coordinator.</summary>
    public required bool HasQuorum { get; init; }

    /// <summary>The members that are online and not in the middle of joining.</summary>
    public required ImmutableSortedSet<string> Online { get; init; }

    /// <summary>For each resource, the nodes on which it is active and well, in order. A stopped one has none.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> RunningOn { get; init; }

    /// <summary>The answer as crm_mon gave it.</summary>
    public required string Xml { get; init; }

    /// <summary>The nodes on which a resource runs; none when the cluster does not know it.</summary>
    public ImmutableArray<string> NodesOf(string resource) => RunningOn.GetValueOrDefault(resource, []);

    /// <summary>Asks one node.</summary>
    /// <exception cref="LabException">The node is off, or its Pacemaker does not answer.</exception>
    public static async Task<ClusterView> ReadAsync(LabNode node, CancellationToken ct)
    {
        string xml = (await node.RunAsync(["crm_mon", "--one-shot", "--inactive", "--output-as=xml"], null, ct)).EnsureSuccess();
        try
        {
            return Parse(xml);
        }
        catch (XmlException e)
        {
            throw new LabException($"crm_mon on {node.Name} gave no readable answer: {e.Message}", e);
        }
    }

    /// <summary>Waits until each of these nodes says so.</summary>
    internal static Task WaitForAsync(
        string what, ImmutableArray<LabNode> nodes, Func<ClusterView, bool> condition, TimeSpan limit, CancellationToken ct)
    {
        string? last = null;
        return Waiting.UntilAsync(
            what,
            async token =>
            {
                foreach (LabNode node in nodes)
                {
                    ClusterView view = await ReadAsync(node, token);
                    last = $"{node.Name} says quorum {view.HasQuorum}, online: {string.Join(", ", view.Online)}";
                    if (!condition(view))
                    {
                        return false;
                    }
                }

                return true;
            },
            limit,
            ct,
            () => last);
    }

    // Source: crm_mon's own schema, crm_mon-2.x.rng (elements summary, nodes, resources).
    private static ClusterView Parse(string xml)
    {
        XElement root = XDocument.Parse(xml).Root!;
        XElement? coordinator = root.Element("summary")?.Element("current_dc");
        return new ClusterView
        {
            HasQuorum = Is(coordinator, "present") && Is(coordinator, "with_quorum"),
            Online = [.. from node in root.Element("nodes")?.Elements("node") ?? []
                         where Is(node, "online") && !Is(node, "pending") && !Is(node, "unclean")
                         select (string)node.Attribute("name")!],
            RunningOn = (from resource in root.Element("resources")?.Descendants("resource") ?? []
                         group resource by ((string)resource.Attribute("id")!).Split(':')[0])
                .ToImmutableSortedDictionary(same => same.Key, NodesOf),
            Xml = xml,
        };
    }

    private static ImmutableArray<string> NodesOf(IEnumerable<XElement> instances) =>
    [
        .. (from instance in instances
            where Is(instance, "active") && !Is(instance, "failed") && instance.Attribute("pending") is null
            from node in instance.Elements("node")
            select (string)node.Attribute("name")!).Order(StringComparer.Ordinal),
    ];

    private static bool Is(XElement? element, string attribute) => (string?)element?.Attribute(attribute) == "true";
}
