using System.Collections.Immutable;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Checking;

/// <summary>The ids that inputs give to objects.</summary>
internal static class DeclaredIds
{
    /// <summary>Maps whose names are chosen by agents and users.</summary>
    private static readonly HashSet<string> s_free = new(StringComparer.Ordinal) { "parameters", "meta", "extra", "properties" };

    /// <summary>Every <c>cibId</c> in the inputs that is known, with its path.</summary>
    public static IEnumerable<(string Path, string Id)> In(ImmutableDictionary<string, PropertyValue> fields, string path)
    {
        foreach (var (name, value) in fields.Where(pair => !s_free.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var at = PropertyPath.Key(path, name);
            if (name == "cibId" && TextShape.AsText(value) is { } id)
            {
                yield return (at, id);
            }
            else if (value.TryGetMap(out var map))
            {
                foreach (var nested in In(map!, at))
                {
                    yield return nested;
                }
            }
            else if (value.TryGetArray(out var list))
            {
                for (var i = 0; i < list.Length; i++)
                {
                    if (list[i].TryGetMap(out var item))
                    {
                        foreach (var nested in In(item!, PropertyPath.Index(at, i)))
                        {
                            yield return nested;
                        }
                    }
                }
            }
        }
    }
}
