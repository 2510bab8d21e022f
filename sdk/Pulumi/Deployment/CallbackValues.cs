using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>Properties as callbacks see them: plain where they are plain, outputs where they are secret, unknown or dependent.</summary>
internal static class CallbackValues
{
    public static ImmutableDictionary<string, object?> Read(WireObject fields)
        => fields.ToImmutableDictionary(f => f.Key, f => Read(f.Value));

    private static object? Read(WireValue value)
    {
        switch (value)
        {
            case WireOutput output:
                return OutputOf(output.Value ?? WireUnknown.Instance, output.Secret, output.Dependencies);
            case WireSecret secret:
                return OutputOf(secret.Value, true, []);
            case WireUnknown:
                return OutputOf(value, false, []);
            case WireList list:
                return list.Items.Select(Read).ToImmutableArray();
            case WireMap map:
                return Read(map.Fields);
            default:
                return PropertyDecoder.Decode(value).Value;
        }
    }

    private static object? OutputOf(WireValue value, bool secret, IEnumerable<string> dependencies)
    {
        var known = value is not WireUnknown;
        var resources = dependencies.Select(urn => (Resource)new DependencyResource(urn)).ToImmutableHashSet();

        // A dependency alone does not hide a value: plain text that depends on something stays plain when nothing is lost by it.
        return new Output<object?>(new OutputData<object?>(resources, known ? Read(value) : null, known, secret));
    }
}
