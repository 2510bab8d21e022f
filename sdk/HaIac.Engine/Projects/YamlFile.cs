using HaIac.Engine.State;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HaIac.Engine.Projects;

/// <summary>Reads YAML files whose root is a map.</summary>
internal static class YamlFile
{
    /// <summary>The root map; an empty one for an empty file.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="path">Path of the file, for messages.</param>
    /// <exception cref="StateException">The text is no YAML, or its root is no map.</exception>
    public static YamlMappingNode Parse(string text, string path)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" }
                ? []
                : stream.Documents[0].RootNode as YamlMappingNode ?? throw NotAMap(path);
        }
        catch (YamlException exception)
        {
            throw new StateException(
                "HAI1201", "File is no YAML", $"Line {exception.Start.Line}, column {exception.Start.Column} cannot be read.", path, exception.InnerException?.Message ?? exception.Message, "Mend the file; indentation and quotes are the usual places.", exception);
        }
    }

    /// <summary>Text of a field; null if it is not there.</summary>
    /// <param name="map">The map.</param>
    /// <param name="name">Name of the field.</param>
    public static string? Text(YamlMappingNode map, string name) => (Field(map, name) as YamlScalarNode)?.Value;

    /// <summary>A field; null if it is not there.</summary>
    /// <param name="map">The map.</param>
    /// <param name="name">Name of the field.</param>
    public static YamlNode? Field(YamlMappingNode map, string name) =>
        map.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

    private static StateException NotAMap(string path) =>
        new("HAI1201", "File is no YAML", "The file holds no map of names and values.", path, null, "Write fields such as name: my-project.");
}
