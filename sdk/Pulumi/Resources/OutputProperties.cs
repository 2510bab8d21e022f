using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>The properties of a resource class that are marked as outputs, found once per class.</summary>
internal static class OutputProperties
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(string Name, PropertyInfo Property)>> Known = new();

    /// <summary>Wire names and properties, those of base classes included, with setters that work.</summary>
    public static ImmutableArray<(string Name, PropertyInfo Property)> Of(Type type) => Known.GetOrAdd(type, Find);

    public static IDictionary<string, object?> ValuesOf(Resource resource)
        => Of(resource.GetType()).ToDictionary(p => p.Name, p => p.Property.GetValue(resource));

    private static ImmutableArray<(string Name, PropertyInfo Property)> Find(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

        // A private setter of a base class is only visible through the class that declares it.
        return type.GetProperties(All)
            .Select(p => (Property: p, Attribute: p.GetCustomAttribute<OutputAttribute>()))
            .Where(p => p.Attribute is not null)
            .Select(p => (p.Attribute!.Name ?? p.Property.Name, p.Property.DeclaringType!.GetProperty(p.Property.Name, All)!))
            .ToImmutableArray();
    }
}
