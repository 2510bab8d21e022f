using System.Collections.Immutable;
using System.Globalization;
using HaIac.Cib.Findings;
using HaIac.Cib.Nodes;
using HaIac.Cib.Options;
using HaIac.Cib.Reading;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Documents;

/// <summary>A whole CIB: configuration and status. Immutable; what was read is kept, known or not, and written back at its place.</summary>
public sealed class CibDocument
{
    private readonly ImmutableArray<CibNode> _nodes;
    private readonly Lazy<CibIndex> _index;

    /// <summary>The nearest index of a document that this one was made from; null when none was asked for.</summary>
    private readonly CibIndex? _origin;

    private CibDocument(ImmutableArray<CibNode> nodes, CibIndex? origin = null)
    {
        _nodes = nodes;
        _origin = origin;
        Root = nodes.OfType<CibElement>().Single();
        _index = new(() => origin?.For(Configuration) ?? CibIndex.Of(Configuration));
    }

    /// <summary>The element <c>cib</c>.</summary>
    public CibElement Root { get; }

    /// <summary>The element <c>configuration</c>; null when the CIB has none.</summary>
    public CibElement? Configuration => Root.Find(CibSections.Configuration);

    /// <summary>The element <c>status</c>; null when the CIB has none.</summary>
    public CibElement? Status => Root.Find(CibSections.Status);

    /// <summary>The version of the CIB; numbers that are missing count as 0.</summary>
    public CibVersion Version => new(Number("admin_epoch"), Number("epoch"), Number("num_updates"));

    /// <summary>The schema that the cluster validates it with (<c>validate-with</c>); null when not set.</summary>
    public string? ValidateWith => Root["validate-with"];

    /// <summary>The feature set of the cluster that wrote it (<c>crm_feature_set</c>); null when not set.</summary>
    public string? FeatureSet => Root["crm_feature_set"];

    /// <summary>Who changed the configuration last.</summary>
    public LastWriter LastWriter => new(Root["update-client"], Root["update-user"], Root["update-origin"], Root["cib-last-written"]);

    /// <summary>The resources at the top of the section: primitives, groups, clones and what has no record yet.</summary>
    public IEnumerable<CibObject> Resources => ObjectsOf(CibSections.Resources);

    /// <summary>The constraints.</summary>
    public IEnumerable<CibObject> Constraints => ObjectsOf(CibSections.Constraints);

    /// <summary>The cluster options of the set <c>cib-bootstrap-options</c>; empty when there is none.</summary>
    public ClusterProperties Properties =>
        Find(CibId.OfLive(ClusterProperties.DefaultId)) as ClusterProperties ?? new() { Id = CibId.OfLive(ClusterProperties.DefaultId) };

    /// <summary>Every object that stands at the top of a section, in the order of the document.</summary>
    public IEnumerable<CibObject> Objects => (Configuration?.Elements ?? []).SelectMany(section => ObjectsOf(section.Name, section));

    /// <summary>The entries of the section nodes.</summary>
    public IEnumerable<ClusterNode> NodeEntries => ObjectsOf(CibSections.Nodes).OfType<ClusterNode>();

    /// <summary>The names of the cluster's nodes.</summary>
    public IEnumerable<NodeName> Nodes
    {
        get
        {
            foreach (var node in Configuration?.Find(CibSections.Nodes)?.Elements ?? [])
            {
                if (NodeName.TryParse(node["uname"], out var name, out _))
                {
                    yield return name;
                }
            }
        }
    }

    internal CibIndex Index => _index.Value;

    internal SchemaVersion? Schema => SchemaVersion.Find(ValidateWith);

    /// <summary>Reads a CIB.</summary>
    /// <exception cref="CibException">HAI3001 not well-formed, HAI3002 too large or deep, HAI3003 document type, HAI3004 not a CIB; with line and column.</exception>
    public static CibDocument Parse(string xml, CibReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(xml);
        var document = new CibDocument(TreeReader.Read(xml, limits ?? CibReadLimits.Default, out var root));
        if (document.Root.Name != "cib")
        {
            throw ReadFault.NotCib(document.Root.Name, root);
        }

        // Whoever reads a CIB looks for ids in it; while it is fresh in the processor's caches the index costs least.
        _ = document.Index;
        return document;
    }

    /// <summary>A CIB without resources, for a cluster that does not exist yet.</summary>
    /// <param name="validateWith">The schema, for example <c>pacemaker-3.9</c>.</param>
    /// <param name="nodes">The names of its nodes; their ids are numbers from 1.</param>
    public static CibDocument Empty(string validateWith, params IEnumerable<NodeName> nodes)
    {
        var members = nodes.Select((node, index) => new CibElement(
            "node",
            [("id", (index + 1).ToString(CultureInfo.InvariantCulture)), ("uname", node.Value)]));
        return new(
        [
            new CibElement(
                "cib",
                [("validate-with", validateWith), ("epoch", "1"), ("num_updates", "0"), ("admin_epoch", "0")],
                new CibElement(
                    CibSections.Configuration,
                    [],
                    new CibElement(CibSections.CrmConfig, []),
                    new CibElement(CibSections.Nodes, [], members),
                    new CibElement(CibSections.Resources, []),
                    new CibElement(CibSections.Constraints, [])),
                new CibElement(CibSections.Status, [])),
        ]);
    }

    /// <summary>The object with this id, at the top of a section or inside another resource; null when there is none.</summary>
    public CibObject? Find(CibId id) => Index.Find(id.Value) is { } entry ? ObjectReader.Read(entry) : null;

    /// <summary>The element of the configuration that has this id; null when there is none.</summary>
    public CibElement? FindElement(CibId id) => Index.Find(id.Value)?.Element;

    /// <summary>The entry of a node; null when the configuration has none of that name.</summary>
    public ClusterNode? FindNode(NodeName name) => NodeEntries.FirstOrDefault(node => node.Name == name);

    /// <summary>This CIB with another root element.</summary>
    public CibDocument WithRoot(CibElement root) =>
        ReferenceEquals(root, Root) ? this : new([.. _nodes.Select(node => ReferenceEquals(node, Root) ? root : node)], _index.IsValueCreated ? Index : _origin);

    /// <summary>The CIB as XML text, one element per line.</summary>
    public string ToXml() => TreeWriter.Write(_nodes);

    /// <summary>Whether both are the same XML, layout and order of attributes aside.</summary>
    public bool DeepEquals(CibDocument other) =>
        _nodes.Length == other._nodes.Length && _nodes.Zip(other._nodes).All(pair => pair.First.DeepEquals(pair.Second));

    private IEnumerable<CibObject> ObjectsOf(string section) => ObjectsOf(section, Configuration?.Find(section));

    private static IEnumerable<CibObject> ObjectsOf(string name, CibElement? section) =>
        (section?.Elements ?? []).Where(element => element.Id is not null).Select(element => ObjectReader.Read(element, name));

    private int Number(string name) =>
        int.TryParse(Root[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
