using System.Collections.Immutable;
using System.Globalization;
using HaIac.Engine.Projects;
using HaIac.Engine.State;

namespace HaIac.Cli.Commands;

/// <summary>Places inside structured configuration values: <c>db.hosts[0]</c>.</summary>
internal static class ConfigPath
{
    /// <summary>Key and place of what the user wrote.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="project">Name of the project.</param>
    /// <param name="isPath">False if the whole text is the key.</param>
    public static (string Key, ImmutableArray<object> Elements) Parse(string text, string project, bool isPath)
    {
        if (!isPath)
            return (ConfigKey.Full(text, project), []);
        var colon = text.IndexOf(':');
        var space = colon < 0 ? "" : text[..(colon + 1)];
        var elements = Engine.Rendering.PropertyPath.Parse(text[(colon + 1)..]);
        if (elements.Count == 0 || elements[0] is not string first)
            throw new StateException("HAI1230", "Not a configuration key", $"\"{text}\" is no path.", null, "A path begins with a name.", "Write for instance db.hosts[0].");
        return (ConfigKey.Full(space + first, project), [.. elements.Skip(1)]);
    }

    /// <summary>The value at a place; null if there is none.</summary>
    /// <param name="value">Where to look.</param>
    /// <param name="elements">The place.</param>
    public static ConfigNode? Find(ConfigNode? value, ImmutableArray<object> elements)
    {
        foreach (var element in elements)
        {
            value = (value, element) switch
            {
                (ConfigMap map, string name) => map.Fields.FirstOrDefault(entry => entry.Key == name).Value,
                (ConfigList list, int index) when index < list.Items.Length => list.Items[index],
                _ => null,
            };
        }

        return value;
    }

    /// <summary>A value with another one set at a place; maps and lists on the way are made.</summary>
    /// <param name="into">The value; null if there is none yet.</param>
    /// <param name="elements">The place.</param>
    /// <param name="node">What is set.</param>
    public static ConfigNode Set(ConfigNode? into, ImmutableArray<object> elements, ConfigNode node)
    {
        if (elements.IsEmpty)
            return node;
        var rest = elements.RemoveAt(0);
        if (elements[0] is int index)
        {
            var items = (into as ConfigList)?.Items ?? [];
            if (index > items.Length)
                throw new StateException("HAI1235", "Gap in a list", $"Element [{index}] cannot be set: the list has {items.Length}.", null, null, $"Set [{items.Length}] first.");
            return new ConfigList(index == items.Length ? items.Add(Set(null, rest, node)) : items.SetItem(index, Set(items[index], rest, node)));
        }

        var name = (string)elements[0];
        var fields = (into as ConfigMap)?.Fields ?? [];
        var at = fields.Select(entry => entry.Key).ToList().IndexOf(name);
        var changed = KeyValuePair.Create(name, Set(at < 0 ? null : fields[at].Value, rest, node));
        return new ConfigMap(at < 0 ? fields.Add(changed) : fields.SetItem(at, changed));
    }

    /// <summary>The value that a text stands for: with a path or a type, numbers and booleans are kept as such.</summary>
    /// <param name="text">The text.</param>
    /// <param name="type">The type the user named; null if none.</param>
    /// <param name="isPath">True if it is set by a path.</param>
    public static ConfigNode NodeOf(string text, string? type, bool isPath)
    {
        var fits = type switch
        {
            "int" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "float" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "bool" => text is "true" or "false",
            _ => true,
        };
        if (!fits)
            throw new StateException("HAI1236", "Wrong type", $"\"{text}\" is no {type}.", null, null, "Give a value of that type, or another --type.");
        var whole = text == "0" || (text.TrimStart('-') is { Length: > 0 } digits && digits[0] != '0' && digits.All(char.IsAsciiDigit));
        var literal = type is "int" or "float" or "bool" || (type is null && isPath && (text is "true" or "false" || whole));
        return literal ? new ConfigLiteral(text) : new ConfigText(text);
    }
}
