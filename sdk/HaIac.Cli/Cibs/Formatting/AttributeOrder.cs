using System.Collections.Frozen;
using System.Collections.Immutable;
using HaIac.Cib.Documents;

namespace HaIac.Cli.Cibs.Formatting;

/// <summary>One order of attributes for all CIBs: what an object is, what it names, how much it counts, then all others by name.</summary>
/// <remarks>Elements, comments and text stay where they are: their order has a meaning.</remarks>
internal static class AttributeOrder
{
    private static readonly FrozenDictionary<string, int> s_ranks = new[]
    {
        "id", "id-ref", "class", "provider", "type", "template", "uname", "name", "interval", "timeout", "value", "rsc", "rsc-pattern", "rsc-role", "with-rsc",
        "with-rsc-role", "first", "first-action", "then", "then-action", "ticket", "node", "target", "target-pattern", "target-attribute", "target-value",
        "index", "devices", "role", "action", "kind", "score", "score-attribute", "validate-with", "admin_epoch", "epoch", "num_updates",
    }.Select((name, rank) => KeyValuePair.Create(name, rank)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The document with its attributes in that order.</summary>
    /// <param name="document">Any CIB.</param>
    public static CibDocument Apply(CibDocument document) => document.WithRoot(Apply(document.Root));

    private static CibElement Apply(CibElement element) => new(
        element.Name,
        Ordered(element.Attributes),
        [.. element.Children.Select(child => child is CibElement inner ? Apply(inner) : child)],
        element.Line);

    private static ImmutableArray<CibAttribute> Ordered(ImmutableArray<CibAttribute> attributes) => attributes.Length < 2
        ? attributes
        : [.. attributes.OrderBy(attribute => s_ranks.GetValueOrDefault(attribute.Name, int.MaxValue)).ThenBy(attribute => attribute.Name, StringComparer.Ordinal)];
}
