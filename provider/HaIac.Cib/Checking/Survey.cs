using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>What the checks look at, collected in one walk over the configuration. Damaged documents give what they have; nothing throws.</summary>
internal sealed class Survey
{
    private readonly Dictionary<string, SurveyedResource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CibElement> _templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CibElement> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SurveyedResource>> _templateUsers = new(StringComparer.Ordinal);
    private readonly List<SurveyedResource> _all = [];

    public Survey(CibDocument document)
    {
        Document = document;
        var top = Section(CibSections.Resources).ToList();
        foreach (var template in top.Where(element => element is { Name: "template", Id: not null }))
        {
            _templates.TryAdd(template.Id!, template);
        }

        top.ForEach(element => Add(element, null));
        foreach (var tag in Section("tags").Where(element => element.Id is not null))
        {
            _tags.TryAdd(tag.Id!, tag);
        }

        Constraints = [.. Section(CibSections.Constraints)];
        PropertySets = [.. Section(CibSections.CrmConfig).Where(set => set.Name == CibTags.ClusterPropertySet)];
        Options = AttributeMap.OfFirst(PropertySets
            .OrderByDescending(set => set.Id == ClusterProperties.DefaultId)
            .Where(set => set.Find("rule") is null)
            .SelectMany(set => set.Elements)
            .Where(AttributeSets.IsPair)
            .Select(pair => KeyValuePair.Create(pair["name"]!, pair["value"]!)));
        Nodes = document.Nodes.ToHashSet();
        Version = ClusterVersion.Of(Options);
    }

    public CibDocument Document { get; }

    /// <summary>All resources at any depth, in the order of the document; no templates.</summary>
    public IReadOnlyList<SurveyedResource> Resources => _all;

    public IEnumerable<CibElement> Templates => _templates.Values;

    public IReadOnlyList<CibElement> Constraints { get; }

    public IReadOnlyList<CibElement> PropertySets { get; }

    /// <summary>The cluster options that always apply.</summary>
    public AttributeMap Options { get; }

    /// <summary>The nodes of the section of nodes; guest and remote nodes need not be among them.</summary>
    public HashSet<NodeName> Nodes { get; }

    /// <summary>The release that runs the cluster; null when the configuration does not say.</summary>
    public ClusterVersion? Version { get; }

    /// <summary>Whether the cluster may fence; what else it is set to do about fencing matters only then.</summary>
    public bool FencingEnabled => Switch.IsOn(Options.Find("stonith-enabled") ?? Options.Find("fencing-enabled"), otherwise: true);

    public IEnumerable<CibElement> Section(string name) => Document.Configuration?.Find(name)?.Elements ?? [];

    public SurveyedResource? Resource(string? id) => id is null ? null : _resources.GetValueOrDefault(id);

    public CibElement? Template(string? id) => id is null ? null : _templates.GetValueOrDefault(id);

    public CibElement? Tag(string? id) => id is null ? null : _tags.GetValueOrDefault(id);

    public IReadOnlyList<SurveyedResource> MadeOf(CibElement template) => _templateUsers.TryGetValue(template.Id!, out var users) ? users : [];

    /// <summary>Names of guest and remote nodes, which are resources.</summary>
    public IEnumerable<NodeName> RemoteNodes => _all
        .SelectMany(resource => resource is { Standard: "ocf", Type: "remote" } ? [resource.Id] : resource.Meta.Find("remote-node") is { } guest ? new[] { guest } : [])
        .Select(name => NodeName.TryParse(name, out var node, out _) ? node : null)
        .OfType<NodeName>();

    private void Add(CibElement element, SurveyedResource? holder)
    {
        if (!CibTags.IsResource(element.Name) || element.Name == "template")
        {
            return;
        }

        var template = Template(element["template"]);
        var resource = new SurveyedResource(element, holder, template);
        _all.Add(resource);
        if (element.Id is { } id)
        {
            _resources.TryAdd(id, resource);
        }

        if (template is not null)
        {
            if (!_templateUsers.TryGetValue(template.Id!, out var users))
            {
                _templateUsers.Add(template.Id!, users = []);
            }

            users.Add(resource);
        }

        foreach (var child in element.Children)
        {
            if (child is CibElement inner)
            {
                Add(inner, resource);
            }
        }
    }
}
