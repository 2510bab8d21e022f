using System.Collections.Immutable;
using HaIac.Cib.Findings;
using HaIac.Operating.Findings;
using HaIac.Provider.Composing;
using Pulumi.Experimental;

namespace HaIac.Provider.Functions;

/// <summary>Looks at the arguments of a function; everything that is wrong with them at once.</summary>
internal static class FunctionCheck
{
    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Run(PackageFunction function, ImmutableDictionary<string, PropertyValue> args)
    {
        var where = $"function {function.Token}";
        var names = function.Arguments.ToList();
        foreach (var name in args.Keys.Where(name => !names.Contains(name)).Order(StringComparer.Ordinal))
        {
            yield return new(FindingCode.UnknownProperty, $"{function.Token} has no argument \"{name}\".", where, names.Count == 0 ? "It has none at all." : $"Its arguments are {string.Join(", ", names)}.",
                NearestName.Find(name, names) is { } near ? $"Did you mean {near}?" : "Leave it out.") { Property = name };
        }

        foreach (var (name, value) in args.Where(pair => !pair.Value.IsNull))
        {
            var fits = function.Flags.Contains(name) ? value.TryGetBool(out _) : !function.Texts.Contains(name) || value.TryGetString(out _);
            if (!fits)
            {
                yield return new(FindingCode.WrongType, $"{name} is {value.Type}.", where, $"It must be {(function.Flags.Contains(name) ? "true or false" : "a text")}.", "Give a value of that type.") { Property = name };
            }
        }

        if (function.NeedsFirst && string.IsNullOrEmpty(new Inputs(args.Where(pair => pair.Value.TryGetString(out _)).ToImmutableDictionary()).Text(function.Texts[0])))
        {
            yield return new(FindingCode.MissingProperty, $"{function.Texts[0]} is missing.", where, "The function is about one service.", "Give the name of the service, or the id of its resource in the cluster.") { Property = function.Texts[0] };
        }

        if (function.Texts.Contains("node") && args.TryGetValue("node", out var node) && node.TryGetString(out var text) && !Cib.Values.NodeName.TryParse(text, out _, out var reason))
        {
            yield return new(FindingCode.BadNode, $"node is \"{text}\".", where, $"{reason}.", "Give the name of a node, as the cluster knows it.") { Property = "node" };
        }
    }
}
