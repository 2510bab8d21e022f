using System.Globalization;
using System.Text;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Rendering;

/// <summary>A path into a property value: <c>a.b[0]["with.dot"]</c>.</summary>
public static class PropertyPath
{
    /// <summary>The elements of a path: texts are fields, numbers are list positions.</summary>
    /// <param name="path">The path.</param>
    public static IReadOnlyList<object> Parse(string path)
    {
        var elements = new List<object>();
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '.')
                at++;
            else if (path[at] == '[')
                elements.Add(Bracket(path, ref at));
            else
                elements.Add(Name(path, ref at));
        }

        return elements;
    }

    /// <summary>The value at a path; null if there is none.</summary>
    /// <param name="value">Where to look.</param>
    /// <param name="element">One element of a path.</param>
    public static WireValue? Step(WireValue? value, object element)
    {
        while (value is WireSecret secret)
            value = secret.Value;
        return (value, element) switch
        {
            (WireMap map, string name) when map.Fields.TryGetValue(name, out var field) => field,
            (WireList list, int index) when index >= 0 && index < list.Items.Count => list.Items[index],
            _ => null,
        };
    }

    private static string Name(string path, ref int at)
    {
        var end = path.IndexOfAny(['.', '['], at);
        end = end < 0 ? path.Length : end;
        var name = path[at..end];
        at = end;
        return name;
    }

    private static object Bracket(string path, ref int at)
    {
        at++;
        if (at < path.Length && path[at] == '"')
        {
            var name = new StringBuilder();
            for (at++; at < path.Length && path[at] != '"'; at++)
            {
                if (path[at] == '\\' && at + 1 < path.Length)
                    at++;
                name.Append(path[at]);
            }

            at = Math.Min(path.Length, at + 2);
            return name.ToString();
        }

        var end = path.IndexOf(']', at);
        end = end < 0 ? path.Length : end;
        var text = path[at..end];
        at = Math.Min(path.Length, end + 1);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : text;
    }
}
