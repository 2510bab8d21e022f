using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Experimental;

/// <summary>Lists and maps of a program, whatever their class.</summary>
internal static class FittedCollection
{
    private static readonly Type[] Lists =
    [
        typeof(ImmutableArray<>), typeof(List<>), typeof(IList<>), typeof(ICollection<>), typeof(IEnumerable<>), typeof(IReadOnlyList<>),
        typeof(IReadOnlyCollection<>), typeof(ImmutableList<>), typeof(IImmutableList<>), typeof(HashSet<>), typeof(ISet<>),
    ];

    private static readonly Type[] Maps =
    [
        typeof(ImmutableDictionary<,>), typeof(IImmutableDictionary<,>), typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>),
    ];

    /// <summary>Type of the elements of a list; null if it is none.</summary>
    public static Type? ElementOf(Type type) => type.IsSZArray ? type.GetElementType()
        : type.IsGenericType && Lists.Contains(type.GetGenericTypeDefinition()) ? type.GetGenericArguments()[0]
        : null;

    /// <summary>Type of the values of a map with texts as keys; null if it is none.</summary>
    public static Type? ValueOf(Type type) =>
        type.IsGenericType && Maps.Contains(type.GetGenericTypeDefinition()) && type.GetGenericArguments()[0] == typeof(string)
            ? type.GetGenericArguments()[1]
            : null;

    public static object MakeList(Type type, Type element, IEnumerable<object?> items) => Call(nameof(List), element, type, items);

    public static object MakeMap(Type type, Type value, IEnumerable<KeyValuePair<string, object?>> fields) => Call(nameof(Map), value, type, fields);

    private static object Call(string method, Type element, params object[] arguments) =>
        typeof(FittedCollection).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(element)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static object List<T>(Type type, IEnumerable<object?> items)
    {
        var typed = items.Select(item => (T)item!);
        if (type.IsArray)
        {
            return typed.ToArray();
        }

        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(ImmutableArray<>) ? typed.ToImmutableArray()
            : definition == typeof(ImmutableList<>) || definition == typeof(IImmutableList<>) ? typed.ToImmutableList()
            : definition == typeof(HashSet<>) || definition == typeof(ISet<>) ? typed.ToHashSet()
            : typed.ToList();
    }

    private static object Map<T>(Type type, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        var typed = fields.Select(f => KeyValuePair.Create(f.Key, (T)f.Value!));
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(ImmutableDictionary<,>) || definition == typeof(IImmutableDictionary<,>)
            ? typed.ToImmutableDictionary()
            : typed.ToDictionary();
    }
}
