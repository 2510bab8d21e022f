using System.Collections.Immutable;

namespace HaIac.Tests;

/// <summary>Looks into registered inputs by path, such as <c>clone.primitive.operations[0].interval</c>.</summary>
internal static class Wire
{
    public static object? At(this ImmutableDictionary<string, object> inputs, string path)
    {
        object? value = inputs;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            value = value switch
            {
                ImmutableArray<object> list when step.StartsWith('[') => list[int.Parse(step.Trim('[', ']'))],
                ImmutableDictionary<string, object> map => map.GetValueOrDefault(step),
                _ => null,
            };
        }

        return value;
    }
}
