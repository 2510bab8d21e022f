using System.Collections.Immutable;
using HaIac.Cib.Values;
using HaIac.Operating.Scripts;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Checking;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>One primitive in the inputs of a resource.</summary>
/// <param name="Path">The path of the object that declares it; empty for the resource itself.</param>
/// <param name="Agent">Its agent.</param>
/// <param name="Fields">Its properties.</param>
/// <param name="Promotable">Whether instances of it are to be promoted.</param>
internal sealed record DeclaredAgent(string Path, AgentName Agent, Fields Fields, bool Promotable);

/// <summary>Finds the primitives in inputs, wherever they are nested.</summary>
internal static class DeclaredAgents
{
    /// <summary>Every primitive whose agent must be installed already: not those whose scripts the resource, or HaIac itself, brings to the nodes.</summary>
    public static IEnumerable<DeclaredAgent> Installed(Fields fields)
    {
        var brought = fields.TryGetValue("scripts", out var value) && value.TryGetArray(out var scripts)
            ? scripts.Select(script => script.TryGetMap(out var map) && map.TryGetValue("path", out var path) && TextShape.AsText(path) is { } text ? AgentPaths.At(text) : null).ToHashSet()
            : [];
        return In(fields).Where(declared => !brought.Contains(declared.Agent) && !ShippedScripts.Brings(declared.Agent));
    }

    /// <summary>
    /// Every primitive whose agent is known and can be read. What is inside a bundle is left out: its agent is in the image, and what the nodes have
    /// under that name says nothing about it.
    /// </summary>
    public static IEnumerable<DeclaredAgent> In(Fields fields, string path = "", bool promotable = false)
    {
        if (fields.TryGetValue("agent", out var agent) && TextShape.AsText(agent) is { } name && AgentName.TryParse(name, out var parsed, out _))
        {
            yield return new(path, parsed, fields, promotable);
        }

        var promotes = promotable || (fields.TryGetValue("promotable", out var flag) && FlagShape.Read(flag) == true)
            || (fields.TryGetValue("meta", out var meta) && meta.TryGetMap(out var map) && map.TryGetValue("promotable", out var word) && FlagShape.Read(word) == true);
        foreach (var key in fields.ContainsKey("container") ? [] : new[] { "primitive", "group", "clone" })
        {
            if (fields.TryGetValue(key, out var value) && value.TryGetMap(out var nested))
            {
                foreach (var found in In(nested, PropertyPath.Key(path, key), promotes))
                {
                    yield return found;
                }
            }
        }

        if (fields.TryGetValue("primitives", out var members) && members.TryGetArray(out var list))
        {
            for (var i = 0; i < list.Length; i++)
            {
                if (list[i].TryGetMap(out var member))
                {
                    foreach (var found in In(member, PropertyPath.Index(PropertyPath.Key(path, "primitives"), i), promotes))
                    {
                        yield return found;
                    }
                }
            }
        }
    }
}
