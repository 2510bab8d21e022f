using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>
/// Turns a program's values into property values and gathers the resources they depend on. Waits for outputs on the way;
/// an output that is not known yet becomes an unknown value where it stands, so that its neighbours stay visible.
/// </summary>
/// <param name="keepOutputs">Whether outputs keep their facts beside the value; needed where a provider runs components.</param>
/// <param name="countReferences">
/// Whether a reference to a resource counts as a dependency; not for remote components, whose provider reads it from the reference.
/// </param>
internal sealed class PropertySerializer(bool keepOutputs, bool countReferences = true)
{
    /// <summary>Deeper than any real value; what goes on beyond it contains itself.</summary>
    private const int DeepestLevel = 1000;

    private readonly HashSet<Resource> _resources = [];

    /// <summary>The resources that the values serialized so far depend on.</summary>
    public IReadOnlySet<Resource> Resources => _resources;

    /// <summary>Serializes the inputs of an args object; inputs without a value are left out.</summary>
    /// <returns>The values, and for each the resources that it depends on.</returns>
    public static async Task<SerializedInputs> SerializeInputsAsync(
        IEnumerable<InputMember> inputs, bool keepOutputs, bool countReferences = true)
    {
        var fields = new Dictionary<string, WireValue>();
        var dependencies = ImmutableDictionary.CreateBuilder<string, ImmutableHashSet<Resource>>();
        foreach (var input in inputs)
        {
            input.ThrowIfMissing();
            if (input.Value is null)
            {
                continue;
            }

            var serializer = new PropertySerializer(keepOutputs && !input.AsJson, countReferences);
            var value = await serializer.SerializePropertyAsync(input.Name, input.Value).ConfigureAwait(false);
            if (input.AsJson)
            {
                value = JsonText.Of(value);
            }

            if (value is not WireNull)
            {
                fields[input.Name] = value;
                dependencies[input.Name] = [.. serializer.Resources];
            }
        }

        return new SerializedInputs(WireObject.Create(fields), dependencies.ToImmutable());
    }

    /// <summary>Serializes one named property; a failure says which.</summary>
    public async ValueTask<WireValue> SerializePropertyAsync(string name, object? value)
    {
        try
        {
            return await SerializeAsync(value, 0).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new InvalidOperationException($"error serializing property \"{name}\": {e.Message}", e);
        }
    }

    private static WireValue FromJson(JsonElement element)
        => element.ValueKind switch
        {
            JsonValueKind.True => new WireBool(true),
            JsonValueKind.False => new WireBool(false),
            JsonValueKind.Number => new WireNumber(element.GetDouble()),
            JsonValueKind.String => new WireText(element.GetString()!),
            JsonValueKind.Array => new WireList(element.EnumerateArray().Select(FromJson).ToValueList()),
            JsonValueKind.Object => new WireMap(WireObject.Create(
                element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, FromJson(p.Value))))),
            _ => WireNull.Instance,
        };

    private static NotSupportedException Unsupported(object value)
        => new(
            $"{value.GetType()} is not a supported argument type. Supported are bool, int, double, string, JSON elements, enums, assets, archives, " +
            "resources, args classes, lists and dictionaries of these, and inputs and outputs of all of them.");

    private ValueTask<WireValue> SerializeAsync(object? value, int depth)
    {
        if (depth > DeepestLevel)
        {
            throw new InvalidOperationException($"The value is nested deeper than {DeepestLevel} levels. Does it contain itself?");
        }

        return value switch
        {
            null => Done(WireNull.Instance),
            bool b => Done(new WireBool(b)),
            int i => Done(new WireNumber(i)),
            double d => Done(new WireNumber(d)),
            string s => Done(new WireText(s)),
            IInput input => SerializeAsync(input.Serializable, depth + 1),
            IOutput output => SerializeOutputAsync(output, depth),
            IUnion union => SerializeAsync(union.Value, depth + 1),
            JsonElement json => Done(FromJson(json)),
            JsonDocument json => Done(FromJson(json.RootElement)),
            InputArgs args => SerializeArgsAsync(args, depth),
            AssetOrArchive asset => Done(asset.ToWire()),
            Resource resource => SerializeResourceAsync(resource),
            Task => throw new NotSupportedException("A Task cannot be an input: wrap it with Output.Create(task)."),
            Enum e => Done(new WireNumber(Convert.ToInt32(e, System.Globalization.CultureInfo.InvariantCulture))),
            _ when value.GetType().GetCustomAttribute<EnumTypeAttribute>() is not null => SerializeAsync(OpenEnum.Underlying(value), depth + 1),
            IDictionary map => SerializeMapAsync(map, depth),
            IEnumerable list => SerializeListAsync(list, depth),
            _ => throw Unsupported(value),
        };

        static ValueTask<WireValue> Done(WireValue value) => ValueTask.FromResult(value);
    }

    private async ValueTask<WireValue> SerializeOutputAsync(IOutput output, int depth)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        _resources.UnionWith(data.Resources);
        var value = data.IsKnown ? await SerializeAsync(data.Value, depth + 1).ConfigureAwait(false) : null;
        if (keepOutputs)
        {
            var urns = await DependencyExpansion.UrnsAsync(data.Resources).ConfigureAwait(false);
            return new WireOutput(value, data.IsSecret, urns.ToValueList());
        }

        return value is null ? WireUnknown.Instance
            : data.IsSecret && value is not (WireSecret or WireUnknown) ? new WireSecret(value)
            : value;
    }

    private async ValueTask<WireValue> SerializeArgsAsync(InputArgs args, int depth)
    {
        var fields = new Dictionary<string, WireValue>();
        foreach (var input in args.Snapshot())
        {
            input.ThrowIfMissing();
            var value = await SerializeAsync(input.Value, depth + 1).ConfigureAwait(false);
            value = input.AsJson && value is not WireNull ? JsonText.Of(value) : value;
            if (value is not WireNull)
            {
                fields[input.Name] = value;
            }
        }

        return new WireMap(WireObject.Create(fields));
    }

    private async ValueTask<WireValue> SerializeResourceAsync(Resource resource)
    {
        if (countReferences)
        {
            _resources.Add(resource);
        }

        var urn = await resource.Urn.DataTask.ConfigureAwait(false);
        if (!urn.IsKnown)
        {
            return WireUnknown.Instance;
        }

        if (resource is not CustomResource custom || custom is DependencyResource { HasId: false })
        {
            return new WireReference(urn.Value, null, null);
        }

        var id = await custom.Id.DataTask.ConfigureAwait(false);
        return new WireReference(urn.Value, id.IsKnown ? new WireText(id.Value ?? "") : WireUnknown.Instance, null);
    }

    private async ValueTask<WireValue> SerializeMapAsync(IDictionary map, int depth)
    {
        var fields = new Dictionary<string, WireValue>();
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Key is not string key)
            {
                throw new NotSupportedException($"Dictionaries need string keys; this one has a key of type {entry.Key.GetType()}.");
            }

            // Objects have no null members, at any depth; lists keep their nulls because positions count.
            var value = await SerializeAsync(entry.Value, depth + 1).ConfigureAwait(false);
            if (value is not WireNull)
            {
                fields[key] = value;
            }
        }

        return new WireMap(WireObject.Create(fields));
    }

    private async ValueTask<WireValue> SerializeListAsync(IEnumerable list, int depth)
    {
        var items = new List<WireValue>();
        foreach (var item in list)
        {
            items.Add(await SerializeAsync(item, depth + 1).ConfigureAwait(false));
        }

        return new WireList(items.ToValueList());
    }
}
