using YamlDotNet.RepresentationModel;

namespace HaIac.Engine.Projects;

/// <summary>Changes single fields of a YAML text and leaves every other line as it is.</summary>
internal static class YamlEdit
{
    /// <summary>Sets a field of the root map; a new one comes first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="line">Its line.</param>
    /// <param name="path">Path of the file, for messages.</param>
    public static string SetTop(string text, string field, string line, string path)
    {
        var lines = Lines(text);
        var root = YamlFile.Parse(text, path);
        if (Find(root, field) is { } found)
            Replace(lines, found, EndOf(lines, root, found), [line]);
        else
            lines.Insert(0, line);
        return Join(lines);
    }

    /// <summary>Sets or removes a field of a map that is a field of the root.</summary>
    /// <param name="text">The text.</param>
    /// <param name="section">Name of the map; made if need be.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="content">Its lines, indented; none removes it.</param>
    /// <param name="path">Path of the file, for messages.</param>
    public static string SetIn(string text, string section, string field, IEnumerable<string> content, string path)
    {
        var lines = Lines(text);
        var root = YamlFile.Parse(text, path);
        var added = content.ToList();
        if (Find(root, section) is not { } start)
        {
            lines.Add(section + ":");
            lines.AddRange(added);
            return Join(lines);
        }

        if (root.Children[new YamlScalarNode(section)] is not YamlMappingNode { Children.Count: > 0 } map)
        {
            Replace(lines, start, start + 1, [section + ":", .. added]);
            return Join(lines);
        }

        if (map.Style == YamlDotNet.Core.Events.MappingStyle.Flow)
        {
            // Braces have no lines of their own to edit, so the map is spelled out.
            var all = map.Children.Where(child => child.Key.ToString() != field)
                .SelectMany(child => ConfigNodes.ToYaml(child.Key.ToString(), ConfigNodes.Read(child.Value), 2));
            Replace(lines, start, EndOf(lines, root, start), [section + ":", .. all, .. added]);
            return Join(lines);
        }

        var indent = (int)map.Children.First().Key.Start.Column - 1;
        added = [.. added.Select(line => new string(' ', Math.Max(0, indent - 2)) + line[Math.Max(0, 2 - indent)..])];
        var sectionEnd = EndOf(lines, root, start);
        if (Find(map, field) is { } found)
            Replace(lines, found, Math.Min(sectionEnd, EndOf(lines, map, found)), added);
        else
            lines.InsertRange(sectionEnd, added);
        if (added.Count == 0 && map.Children.Count == 1)
            lines[start] = section + ": {}";
        return Join(lines);
    }

    private static List<string> Lines(string text)
    {
        var lines = text.Split('\n').ToList();
        if (lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static string Join(List<string> lines) => string.Join('\n', lines) + "\n";

    private static int? Find(YamlMappingNode map, string field) =>
        map.Children.Keys.FirstOrDefault(key => key is YamlScalarNode scalar && scalar.Value == field) is { } found ? (int)found.Start.Line - 1 : null;

    /// <summary>First line after a field: the next field's, less the comments and empty lines that belong to that one.</summary>
    private static int EndOf(List<string> lines, YamlMappingNode map, int start)
    {
        var next = map.Children.Keys.Select(key => (int)key.Start.Line - 1).Where(line => line > start).DefaultIfEmpty(lines.Count).Min();
        while (next > start + 1 && (lines[next - 1].Trim().Length == 0 || lines[next - 1].TrimStart().StartsWith('#')))
            next--;
        return next;
    }

    private static void Replace(List<string> lines, int start, int end, IReadOnlyCollection<string> content)
    {
        lines.RemoveRange(start, end - start);
        lines.InsertRange(start, content);
    }
}
