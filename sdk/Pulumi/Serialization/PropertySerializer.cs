using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using HaIac.Protocol.Grpc;
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
/// <param name="waiter">Who needs the values, so that a circle of those who wait for each other is noticed.</param>
internal sealed partial class PropertySerializer(bool keepOutputs, bool countReferences = true, Waiter? waiter = null)
{
    /// <summary>Levels that the peer reads, less those that messages put around a value.</summary>
    internal const int DeepestLevel = ProtobufReading.MaxNesting - 10;

    private readonly HashSet<Resource> _resources = [];
    private readonly ValuePath _path = new();
    private string _name = "";

    /// <summary>The resources that the values serialized so far depend on.</summary>
    public IReadOnlySet<Resource> Resources => _resources;

    /// <summary>Serializes the inputs of an args object; inputs without a value are left out.</summary>
    /// <returns>The values, and for each the resources that it depends on.</returns>
    public static async Task<SerializedInputs> SerializeInputsAsync(
        IEnumerable<InputMember> inputs, bool keepOutputs, bool countReferences = true, Waiter? waiter = null)
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

            var serializer = new PropertySerializer(keepOutputs && !input.AsJson, countReferences, waiter);
            var value = await serializer.SerializePropertyAsync(input.Name, input.Value, input.AsJson).ConfigureAwait(false);
            if (value is not WireNull)
            {
                fields[input.Name] = value;
                dependencies[input.Name] = [.. serializer.Resources];
            }
        }

        return new SerializedInputs(WireObject.Create(fields), dependencies.ToImmutable());
    }

    /// <summary>Serializes one named property, as JSON text if asked for; a failure says which and where inside it.</summary>
    public async ValueTask<WireValue> SerializePropertyAsync(string name, object? value, bool asJson = false)
    {
        _name = name;
        _path.CutTo(0);
        try
        {
            var wire = await SerializeAsync(value, 0).ConfigureAwait(false);
            return asJson ? JsonText.Of(wire) : wire;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var where = _path.Count > 0 ? $"at {_path.ToText(name)}: " : "";
            throw new InvalidOperationException($"error serializing property \"{name}\": {where}{e.Message}", e);
        }
    }

    private static NotSupportedException Unsupported(object value)
        => new(
            $"{value.GetType()} is not a supported argument type. Supported are bool, int, double, string, JSON elements, enums, assets, archives, " +
            "resources, args classes, classes marked [OutputType], lists and dictionaries of these, and inputs and outputs of all of them."
            + (value is long or uint or ulong or short or ushort or byte or sbyte or float or decimal
                ? " Convert the number to int or double, or to a string if it needs more than 53 bits."
                : ""));

    private ValueTask<WireValue> SerializeAsync(object? value, int level)
    {
        // In a loop and not by recursion, because values may be wrapped any number of times.
        while (true)
        {
            switch (value)
            {
                case IInput input:
                    value = input.Serializable;
                    continue;
                case IUnion union:
                    value = union.Value;
                    continue;
                case null or ValueTuple:
                    return Done(WireNull.Instance);
                case bool b:
                    return Done(new WireBool(b));
                case int i:
                    return Done(new WireNumber(i));
                case double d:
                    return Done(new WireNumber(d));
                case string s:
                    return Done(new WireText(s));
                case IOutput output:
                    return SerializeOutputAsync(output, level);
                case JsonElement json:
                    return Done(JsonText.Read(json, level, ThrowIfTooDeep));
                case JsonDocument json:
                    return Done(JsonText.Read(json.RootElement, level, ThrowIfTooDeep));
                case AssetOrArchive asset:
                    ThrowIfTooDeep(level + asset.Levels);
                    return Done(asset.ToWire());
                case Resource resource:
                    return SerializeResourceAsync(resource);
                case Task:
                    throw new NotSupportedException("A Task cannot be an input: wrap it with Output.Create(task).");
                case Enum e:
                    return Done(new WireNumber(NumberOf(e)));
                case InputArgs or IDictionary or IEnumerable:
                    return SerializeContainerAsync(value, level + 1);
                default:
                    if (value.GetType().GetCustomAttribute<OutputTypeAttribute>() is not null)
                    {
                        return SerializeContainerAsync(value, level + 1);
                    }

                    value = value.GetType().GetCustomAttribute<EnumTypeAttribute>() is null ? throw Unsupported(value) : OpenEnum.Underlying(value);
                    continue;
            }
        }

        static ValueTask<WireValue> Done(WireValue value) => ValueTask.FromResult(value);
    }

    private static int NumberOf(Enum value)
        => Type.GetTypeCode(value.GetType()) is TypeCode.Int32 or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Byte or TypeCode.SByte
            ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)
            : throw Unsupported(value);

    /// <summary>One output, or several around each other: they are one as far as known, secret and dependencies go.</summary>
    private async ValueTask<WireValue> SerializeOutputAsync(IOutput output, int level)
    {
        var own = new HashSet<Resource>();
        var secret = false;
        var (mark, steps) = (output, 0L);
        WireValue? value = null;
        while (true)
        {
            waiter?.WaitsFor(output);
            var data = await output.GetDataAsync().ConfigureAwait(false);
            own.UnionWith(data.Resources);
            secret |= data.IsSecret;
            if (!data.IsKnown)
            {
                break;
            }

            if (Unwrap(data.Value) is not IOutput inner)
            {
                value = await SerializeAsync(data.Value, secret || keepOutputs ? level + 1 : level).ConfigureAwait(false);
                break;
            }

            if (ReferenceEquals(inner, mark))
            {
                throw new InvalidOperationException("The value of this output is the output itself, so it has no end.");
            }

            output = inner;
            mark = long.IsPow2(++steps) ? inner : mark;
        }

        _resources.UnionWith(own);
        if (keepOutputs && (value is null || secret || own.Count > 0))
        {
            var urns = await DependencyExpansion.UrnsAsync(own, waiter).ConfigureAwait(false);
            return new WireOutput(value, secret, urns.ToValueList());
        }

        return value is null ? WireUnknown.Instance
            : secret && value is not (WireSecret or WireUnknown) ? new WireSecret(value)
            : value;
    }

    private static object? Unwrap(object? value)
    {
        while (true)
        {
            switch (value)
            {
                case IInput input:
                    value = input.Serializable;
                    break;
                case IUnion union:
                    value = union.Value;
                    break;
                default:
                    return value;
            }
        }
    }

    private async ValueTask<WireValue> SerializeResourceAsync(Resource resource)
    {
        if (countReferences)
        {
            _resources.Add(resource);
        }

        waiter?.WaitsFor(resource.Urn);
        var urn = await resource.Urn.DataTask.ConfigureAwait(false);
        if (!urn.IsKnown)
        {
            return WireUnknown.Instance;
        }

        if (resource is not CustomResource custom || custom is DependencyResource { HasId: false })
        {
            return new WireReference(urn.Value, null, null);
        }

        waiter?.WaitsFor(custom.Id);
        var id = await custom.Id.DataTask.ConfigureAwait(false);
        return new WireReference(urn.Value, id.IsKnown ? new WireText(id.Value ?? "") : WireUnknown.Instance, null);
    }
}
