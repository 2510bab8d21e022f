using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Pulumi.Experimental.Provider;

namespace Pulumi.Experimental;

/// <summary>Objects of a program to property values.</summary>
internal static class PropertyEncoder
{
    /// <summary>Deeper than any real value; what goes on beyond it contains itself.</summary>
    private const int DeepestLevel = 1000;

    public static Task<PropertyValue> EncodeAsync(object? value) => EncodeAsync(value, 0);

    private static Task<PropertyValue> EncodeAsync(object? value, int depth)
    {
        if (depth > DeepestLevel)
        {
            throw new InvalidOperationException($"The value is nested deeper than {DeepestLevel} levels. Does it contain itself?");
        }

        return value switch
        {
            null => Done(PropertyValue.Null),
            PropertyValue property => Done(property),
            bool flag => Done(new PropertyValue(flag)),
            string text => Done(new PropertyValue(text)),
            char letter => Done(new PropertyValue(letter.ToString())),
            Enum choice => Done(PlainNumber.Encode(Convert.ChangeType(choice, choice.GetTypeCode(), System.Globalization.CultureInfo.InvariantCulture))),
            _ when PlainNumber.IsNumber(value.GetType()) => Done(PlainNumber.Encode(value)),
            Asset asset => Done(new PropertyValue(asset)),
            Archive archive => Done(new PropertyValue(archive)),
            ResourceReference reference => Done(new PropertyValue(reference)),
            JsonElement json => Done(FromJson(json)),
            JsonDocument json => Done(FromJson(json.RootElement)),
            IInput input => EncodeAsync(input.Serializable, depth + 1),
            IOutput output => EncodeOutputAsync(output, depth),
            IUnion union => EncodeAsync(union.Value, depth + 1),
            InputArgs args => EncodeArgsAsync(args, depth),
            Resource resource => EncodeResourceAsync(resource),
            _ when value.GetType().GetCustomAttribute<EnumTypeAttribute>() is not null => EncodeAsync(OpenEnum.Underlying(value), depth + 1),
            IDictionary map => EncodeMapAsync(map, depth),
            IEnumerable list => EncodeListAsync(list, depth),
            _ => EncodeObjectAsync(value, depth),
        };

        static Task<PropertyValue> Done(PropertyValue property) => Task.FromResult(property);
    }

    private static PropertyValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => new PropertyValue(json.GetBoolean()),
        JsonValueKind.Number => new PropertyValue(json.GetDouble()),
        JsonValueKind.String => new PropertyValue(json.GetString()!),
        JsonValueKind.Array => new PropertyValue([.. json.EnumerateArray().Select(FromJson)]),
        JsonValueKind.Object => new PropertyValue(
            ImmutableDictionary<string, PropertyValue>.Empty.SetItems(
                json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, FromJson(p.Value))))),
        _ => PropertyValue.Null,
    };

    private static async Task<PropertyValue> EncodeOutputAsync(IOutput output, int depth)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        var inner = data.IsKnown ? await EncodeAsync(data.Value, depth + 1).ConfigureAwait(false) : PropertyValue.Computed;
        var urns = await DependencyExpansion.UrnsAsync(data.Resources).ConfigureAwait(false);
        return inner
            .WithSecret(inner.IsSecret || data.IsSecret)
            .WithDependencies(inner.Dependencies.Union(urns.Select(urn => new Urn(urn))));
    }

    private static async Task<PropertyValue> EncodeArgsAsync(InputArgs args, int depth)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, PropertyValue>();
        foreach (var input in args.Snapshot())
        {
            input.ThrowIfMissing();
            var value = await EncodeAsync(input.Value, depth + 1).ConfigureAwait(false);
            fields[input.Name] = input.AsJson && !value.IsNull
                ? PropertyMarshaller.FromWire(JsonText.Of(PropertyMarshaller.ToWire(value)))
                : value;
        }

        return new PropertyValue(fields.ToImmutable());
    }

    private static async Task<PropertyValue> EncodeResourceAsync(Resource resource)
    {
        var urn = await resource.Urn.DataTask.ConfigureAwait(false);
        if (!urn.IsKnown)
        {
            return PropertyValue.Computed;
        }

        PropertyValue? id = null;
        if (resource is CustomResource custom && custom is not DependencyResource { HasId: false })
        {
            var known = await custom.Id.DataTask.ConfigureAwait(false);
            id = known.IsKnown ? new PropertyValue(known.Value ?? string.Empty) : PropertyValue.Computed;
        }

        return new PropertyValue(new ResourceReference(new Urn(urn.Value), id, string.Empty));
    }

    private static async Task<PropertyValue> EncodeMapAsync(IDictionary map, int depth)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, PropertyValue>();
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Key is not string key)
            {
                throw new NotSupportedException($"Maps need texts as keys; {TypeText.Of(map.GetType())} has others.");
            }

            fields[key] = await EncodeAsync(entry.Value, depth + 1).ConfigureAwait(false);
        }

        return new PropertyValue(fields.ToImmutable());
    }

    private static async Task<PropertyValue> EncodeListAsync(IEnumerable list, int depth)
    {
        var items = ImmutableArray.CreateBuilder<PropertyValue>();
        if (!IsDefaultArray(list))
        {
            foreach (var item in list)
            {
                items.Add(await EncodeAsync(item, depth + 1).ConfigureAwait(false));
            }
        }

        return new PropertyValue(items.ToImmutable());
    }

    // An immutable array that nobody assigned throws when it is walked.
    private static bool IsDefaultArray(IEnumerable list) =>
        list.GetType() is { IsGenericType: true, IsValueType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) &&
        (bool)type.GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(list)!;

    private static async Task<PropertyValue> EncodeObjectAsync(object value, int depth)
    {
        var type = value.GetType();
        if (ObjectShape.IsOfPlatform(type))
        {
            throw new NotSupportedException($"A {TypeText.Of(type)} has no form as a property; write it as a text or a number.");
        }

        var fields = ImmutableDictionary.CreateBuilder<string, PropertyValue>();
        foreach (var member in ObjectShape.Of(type).Members)
        {
            fields[member.Name] = await EncodeAsync(member.Get(value), depth + 1).ConfigureAwait(false);
        }

        return new PropertyValue(fields.ToImmutable());
    }
}
