using System.Collections.Immutable;
using Pulumi.Experimental;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>Property values of any depth.</summary>
internal static class DeepValue
{
    public static ImmutableDictionary<string, PropertyValue> Of(int levels)
    {
        var fields = ImmutableDictionary<string, PropertyValue>.Empty.Add("a", new PropertyValue("deep"));
        for (var level = 1; level < levels; level++)
        {
            fields = ImmutableDictionary<string, PropertyValue>.Empty.Add("a", new PropertyValue(fields));
        }

        return fields;
    }
}
