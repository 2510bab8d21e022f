using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>The conversions of the types that outputs may have, each made and checked once.</summary>
internal static class TypeFits
{
    private static readonly ConcurrentDictionary<Type, TypeFit> Known = new();

    /// <summary>The conversion to a type.</summary>
    /// <param name="type">The declared type.</param>
    /// <param name="context">Where it is declared, for the message: class and property.</param>
    /// <exception cref="InvalidOperationException">No output can be of that type; it names the type and where it stands.</exception>
    public static TypeFit Of(Type type, string context)
    {
        if (Known.TryGetValue(type, out var known))
        {
            return known;
        }

        // Only whole families are kept: a type whose parts are refused is refused each time.
        var made = new Dictionary<Type, TypeFit>();
        var fit = Find(type, context, made);
        foreach (var (each, its) in made)
        {
            Known.TryAdd(each, its);
        }

        return fit;
    }

    private static TypeFit Find(Type type, string context, Dictionary<Type, TypeFit> made)
    {
        if (made.TryGetValue(type, out var fit))
        {
            return fit;
        }

        // A type may contain itself; the parts of it that do go through the table.
        var link = new LinkFit(type);
        made[type] = link;
        link.Target = Make(type, context, (part, place) => Find(part, place, made));
        return made[type] = link.Target;
    }

    private static TypeFit Make(Type type, string context, Func<Type, string, TypeFit> find)
    {
        if (type == typeof(bool) || type == typeof(int) || type == typeof(double) || type == typeof(string))
        {
            return new ScalarFit(type);
        }

        if (type == typeof(object) || typeof(AssetOrArchive).IsAssignableFrom(type) || typeof(Resource).IsAssignableFrom(type))
        {
            return new ObjectFit(type);
        }

        if (type == typeof(JsonElement))
        {
            return new JsonFit();
        }

        if (type.IsEnum)
        {
            return Enum.GetUnderlyingType(type) == typeof(int) ? new EnumFit(type) : throw Unsupported(type, context);
        }

        if (type.IsGenericType)
        {
            return MakeGeneric(type, context, find);
        }

        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            OpenEnum.ThrowIfUnusable(type);
            return new OpenEnumFit(type);
        }

        if (type.IsInterface && type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>() is { } union)
        {
            return new DiscriminatedFit(type, union.PropertyName, find);
        }

        return type.GetCustomAttribute<OutputTypeAttribute>() is null ? throw Unsupported(type, context) : new ClassFit(type, find);
    }

    private static TypeFit MakeGeneric(Type type, string context, Func<Type, string, TypeFit> find)
    {
        var definition = type.GetGenericTypeDefinition();
        var parts = type.GetGenericArguments();
        return definition == typeof(Nullable<>) ? new NullableFit(find(parts[0], context))
            : definition == typeof(ImmutableArray<>) ? New(typeof(ListFit<>), parts, find(parts[0], context))
            : definition == typeof(Output<>) ? New(typeof(OutputFit<>), parts, find(parts[0], context))
            : definition == typeof(Union<,>) ? New(typeof(UnionFit<,>), parts, find(parts[0], context), find(parts[1], context))
            : definition == typeof(ImmutableDictionary<,>) && parts[0] == typeof(string)
                ? New(typeof(MapFit<>), [parts[1]], find(parts[1], context))
            : type.GetCustomAttribute<OutputTypeAttribute>() is not null ? new ClassFit(type, find)
            : throw Unsupported(type, context);
    }

    private static TypeFit New(Type definition, Type[] parts, params object[] arguments)
        => (TypeFit)Activator.CreateInstance(definition.MakeGenericType(parts), arguments)!;

    private static InvalidOperationException Unsupported(Type type, string context)
        => new(
            $"{context} is declared as {type.FullName}, which no output can be. Supported are bool, int, double, string, object, JsonElement, " +
            "enums, assets, archives, resources, Nullable<>, Union<,>, Output<>, ImmutableArray<>, ImmutableDictionary<string,>, classes marked " +
            "[OutputType] and interfaces marked [DiscriminatedUnionDiscriminator]. Use double for other numbers.");
}
