using System.Xml.Linq;
using HaIac.Cib.Values;

namespace HaIac.Transport.Agents;

/// <summary>Reads the metadata that an agent prints about itself.</summary>
/// <remarks>Source: OCF resource agent API 1.1, ra-api.rng; agents of version 1.0 say <c>unique</c> where 1.1 says <c>unique-group</c>.</remarks>
internal static class MetadataReader
{
    /// <summary>Reads metadata.</summary>
    public static AgentMetadata Read(AgentName agent, XElement root) => new()
    {
        Agent = agent,
        Version = Text(root, "version"),
        ShortDescription = Child(root, "shortdesc"),
        Parameters = (root.Element("parameters")?.Elements("parameter") ?? []).Select(ReadParameter).ToValueList(),
        Actions = (root.Element("actions")?.Elements("action") ?? []).Select(ReadAction).ToValueList(),
    };

    private static AgentParameter ReadParameter(XElement parameter)
    {
        var content = parameter.Element("content");
        return new AgentParameter
        {
            Name = Text(parameter, "name"),
            Required = Flag(parameter, "required"),
            Unique = Flag(parameter, "unique") || parameter.Attribute("unique-group") is not null,
            Reloadable = Flag(parameter, "reloadable"),
            Deprecated = parameter.Element("deprecated") is not null,
            Type = content is null ? "" : Text(content, "type"),
            Default = content?.Attribute("default")?.Value,
            ShortDescription = Child(parameter, "shortdesc"),
        };
    }

    private static AgentAction ReadAction(XElement action) => new()
    {
        Name = Text(action, "name"),
        Timeout = action.Attribute("timeout")?.Value,
        Interval = action.Attribute("interval")?.Value,
        Role = action.Attribute("role")?.Value,
        Depth = action.Attribute("depth")?.Value,
    };

    private static string Text(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    private static string Child(XElement element, string name) => element.Element(name)?.Value.Trim() ?? "";

    private static bool Flag(XElement element, string name) => Text(element, name) is "1" or "true" or "yes";
}
