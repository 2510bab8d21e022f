using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Experimental;

/// <summary>Inputs and outputs of a program: they keep what plain types cannot hold. Lists and maps of inputs keep it element by element.</summary>
internal static class FittedInput
{
    private static readonly Type[] Generic = [typeof(Input<>), typeof(Output<>), typeof(InputList<>), typeof(InputMap<>), typeof(InputUnion<,>)];

    public static bool Takes(Type type) =>
        type == typeof(InputJson) || (type.IsGenericType && Generic.Contains(type.GetGenericTypeDefinition()));

    /// <summary>The type inside an input or output.</summary>
    public static Type ContentOf(Type type)
    {
        if (type == typeof(InputJson))
        {
            return typeof(JsonElement);
        }

        var arguments = type.GetGenericArguments();
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(InputList<>) ? typeof(ImmutableArray<>).MakeGenericType(arguments)
            : definition == typeof(InputMap<>) ? typeof(ImmutableDictionary<,>).MakeGenericType(typeof(string), arguments[0])
            : definition == typeof(InputUnion<,>) ? typeof(Union<,>).MakeGenericType(arguments)
            : arguments[0];
    }

    public static object Make(PropertyFitter fitter, PropertyValue value, Type target, string path)
    {
        var bare = !value.IsSecret && value.Dependencies.IsEmpty;
        var definition = target.IsGenericType ? target.GetGenericTypeDefinition() : null;
        if (bare && definition == typeof(InputList<>) && value.TryGetArray(out var items))
        {
            return Call(nameof(InputListOf), target.GetGenericArguments(), fitter, items, path);
        }

        if (bare && definition == typeof(InputMap<>) && value.TryGetMap(out var fields))
        {
            return Call(nameof(InputMapOf), target.GetGenericArguments(), fitter, fields, path);
        }

        var content = ContentOf(target);
        var output = Call(nameof(OutputOf), [content], fitter, value, path);
        if (definition == typeof(Output<>))
        {
            return output;
        }

        return target.GetMethod("op_Implicit", BindingFlags.Public | BindingFlags.Static, [output.GetType()])!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [output], null)!;
    }

    private static object Call(string method, Type[] types, params object[] arguments) =>
        typeof(FittedInput).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static InputList<T> InputListOf<T>(PropertyFitter fitter, ImmutableArray<PropertyValue> items, string path) =>
        items.Select((item, i) => InputOf<T>(fitter, item, $"{path}[{i}]")).ToImmutableArray();

    private static InputMap<T> InputMapOf<T>(PropertyFitter fitter, ImmutableDictionary<string, PropertyValue> fields, string path)
    {
        var map = new InputMap<T>();
        foreach (var (key, value) in fields)
        {
            map[key] = InputOf<T>(fitter, value, $"{path}.{key}");
        }

        return map;
    }

    private static Input<T> InputOf<T>(PropertyFitter fitter, PropertyValue value, string path) => OutputOf<T>(fitter, value, path);

    private static Output<T> OutputOf<T>(PropertyFitter fitter, PropertyValue value, string path)
    {
        var facts = new ValueFacts(inInput: true);
        var content = (T)PropertyFitter.OrDefault(fitter.Fit(value, typeof(T), path, facts), typeof(T))!;
        var resources = facts.Dependencies.Select(urn => (Resource)new DependencyResource(urn)).ToImmutableHashSet();
        return new Output<T>(new OutputData<T>(resources, content, !facts.IsUnknown, facts.IsSecret));
    }
}
