using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Dictionaries, value by value.</summary>
internal sealed class MapFit<T>(TypeFit element) : TypeFit
{
    protected override bool TryFitPlain(WireValue value, FitState state, out object? result)
    {
        if (value is not WireMap map)
        {
            result = null;
            return state.Misfit("an object", value);
        }

        var fields = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (var (key, field) in map.Fields)
        {
            if (!PropertyDecoder.IsPrivate(key))
            {
                state.Path.Push(null, key, 0);
                fields[key] = element.Fit(field, state) is T typed ? typed : default!;
                state.Path.Pop();
            }
        }

        result = fields.ToImmutable();
        return true;
    }
}
