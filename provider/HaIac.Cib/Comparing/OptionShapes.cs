using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays sets of options out, the reverse of <c>Reading.OptionReader</c>.</summary>
internal static class OptionShapes
{
    public static ObjectShape Of(ClusterProperties properties) => Of(properties, properties.Properties);

    public static ObjectShape Of(ResourceDefaults defaults) => Of(defaults, defaults.MetaAttributes) with { Section = CibSections.ResourceDefaults };

    public static ObjectShape Of(OperationDefaults defaults) => Of(defaults, defaults.MetaAttributes) with { Section = CibSections.OperationDefaults };

    private static ObjectShape Of(OptionSet set, AttributeMap pairs) => new(set.Tag, set.Id.Value, Map(("score", set.Score?.ToString())))
    {
        Sets = [(set.Tag, pairs)],
        Parts = [.. RuleShapes.Of(set.Rule), .. AttributeSetShapes.Shared(set.SharedPairs)],
    };
}
