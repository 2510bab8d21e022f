using System.Reflection;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Interfaces marked <see cref="DiscriminatedUnionDiscriminatorAttribute"/>: a field says which class the value is.</summary>
internal sealed class DiscriminatedFit : TypeFit
{
    private readonly string _field;
    private readonly SortedDictionary<string, TypeFit> _cases = new(StringComparer.Ordinal);

    public DiscriminatedFit(Type type, string field, Func<Type, string, TypeFit> find)
    {
        _field = field;
        foreach (var option in type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>())
        {
            if (!type.IsAssignableFrom(option.Type))
            {
                throw new InvalidOperationException($"{option.Type.FullName} is a case of the union {type.FullName}, so it must implement it.");
            }

            if (!_cases.TryAdd(option.Tag, find(option.Type, $"{type.FullName}[\"{option.Tag}\"]")))
            {
                throw new InvalidOperationException($"The union {type.FullName} has several cases for \"{option.Tag}\"; each tag may occur once.");
            }
        }
    }

    protected override bool TryFitPlain(WireValue value, FitState state, out object? result)
    {
        result = null;
        if (value is not WireMap map)
        {
            return state.Misfit("an object", value);
        }

        // The tag may itself be hidden or not known yet, as any field may.
        var tag = ScalarFit.Text.Fit(map.Fields.GetValueOrDefault(_field, WireNull.Instance), state) as string;
        if (!state.IsKnown)
        {
            return true;
        }

        if (tag is not null && _cases.TryGetValue(tag, out var fit))
        {
            return fit.TryFit(value, state, out result);
        }

        var expected = $"an object whose \"{_field}\" is one of {string.Join(", ", _cases.Keys)}";
        return state.Misfit(expected, tag is null ? "one without it" : state.IsSecret ? "another" : $"\"{tag}\"");
    }
}
