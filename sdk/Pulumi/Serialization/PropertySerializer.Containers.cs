using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <content>Lists, dictionaries, args and objects: what holds other values, and so may be too deep or hold itself.</content>
internal sealed partial class PropertySerializer
{
    private async ValueTask<WireValue> SerializeContainerAsync(object container, int level)
    {
        if (_path.IndexOf(container) is var first and >= 0)
        {
            throw new InvalidOperationException(
                $"this is {_path.ToText(_name, first)} again, and a value cannot contain itself.");
        }

        ThrowIfTooDeep(level);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            // The rest of the value is walked on a fresh stack.
            await Task.Yield();
        }

        return container switch
        {
            InputArgs args => await SerializeArgsAsync(args, level).ConfigureAwait(false),
            IDictionary map => await SerializeMapAsync(map, level).ConfigureAwait(false),
            IEnumerable list => await SerializeListAsync(list, level).ConfigureAwait(false),
            _ => await SerializeObjectAsync(container, level).ConfigureAwait(false),
        };
    }

    private async ValueTask<WireValue> SerializeArgsAsync(InputArgs args, int level)
    {
        var fields = new Dictionary<string, WireValue>();
        foreach (var input in args.Snapshot())
        {
            _path.Push(args, input.Name, 0);
            input.ThrowIfMissing();
            var value = await SerializeAsync(input.Value, level).ConfigureAwait(false);
            value = input.AsJson && input.Value is not null ? JsonText.Of(value) : value;
            if (value is not WireNull)
            {
                fields[input.Name] = value;
            }

            _path.Pop();
        }

        return new WireMap(WireObject.Create(fields));
    }

    private async ValueTask<WireValue> SerializeMapAsync(IDictionary map, int level)
    {
        var fields = new Dictionary<string, WireValue>();
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key as string
                ?? throw new NotSupportedException($"Dictionaries need string keys; this one has a key of type {entry.Key.GetType()}.");
            await AddFieldAsync(fields, map, key, entry.Value, level).ConfigureAwait(false);
        }

        return new WireMap(WireObject.Create(fields));
    }

    /// <summary>What an earlier call has returned, such as the details of a resource that a stack exports.</summary>
    private async ValueTask<WireValue> SerializeObjectAsync(object container, int level)
    {
        var fields = new Dictionary<string, WireValue>();
        foreach (var (name, read) in OutputClass.Of(container.GetType()).Fields)
        {
            await AddFieldAsync(fields, container, name, read(container), level).ConfigureAwait(false);
        }

        return new WireMap(WireObject.Create(fields));
    }

    /// <summary>Objects have no null members, at any depth; lists keep their nulls because positions count.</summary>
    private async ValueTask AddFieldAsync(Dictionary<string, WireValue> fields, object container, string name, object? value, int level)
    {
        _path.Push(container, name, 0);
        var field = await SerializeAsync(value, level).ConfigureAwait(false);
        if (field is not WireNull)
        {
            fields[name] = field;
        }

        _path.Pop();
    }

    private async ValueTask<WireValue> SerializeListAsync(IEnumerable list, int level)
    {
        var items = new List<WireValue>();
        if (!IsDefaultArray(list))
        {
            foreach (var item in list)
            {
                _path.Push(list, null, items.Count);
                items.Add(await SerializeAsync(item, level).ConfigureAwait(false));
                _path.Pop();
            }
        }

        return new WireList(items.ToValueList());
    }

    /// <summary>An ImmutableArray that nobody has set; it throws when walked, and means the same as an empty one.</summary>
    private static bool IsDefaultArray(IEnumerable list)
        => list.GetType() is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && (bool)type.GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(list)!;

    private static void ThrowIfTooDeep(int level)
    {
        if (level > DeepestLevel)
        {
            throw new InvalidOperationException(
                $"the value is nested deeper than {DeepestLevel} levels, which is more than an engine takes. Flatten it, or pass it as a JSON text.");
        }
    }
}
