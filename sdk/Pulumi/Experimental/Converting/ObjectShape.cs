using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Experimental;

/// <summary>How objects of a class are taken apart and put together; worked out once a class.</summary>
/// <param name="Members">What an object is made of.</param>
/// <param name="Constructor">Makes an object; null for structs without one.</param>
/// <param name="Arguments">Names of what its parameters take, in their order.</param>
internal sealed record ObjectShape(IReadOnlyList<ObjectMember> Members, ConstructorInfo? Constructor, IReadOnlyList<ObjectMember> Arguments)
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    private static readonly ConcurrentDictionary<Type, ObjectShape> Known = new();

    public static ObjectShape Of(Type type) => Known.GetOrAdd(type, Find);

    /// <summary>Whether a class is one of the platform's own; its insides are nobody's business.</summary>
    public static bool IsOfPlatform(Type type) =>
        type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    public static string CamelCase(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static ObjectShape Find(Type type)
    {
        var outputs = type.GetConstructors(Public | BindingFlags.NonPublic)
            .FirstOrDefault(c => c.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        var members = (typeof(InputArgs).IsAssignableFrom(type) ? Inputs(type) : Properties(type, outputs)).ToArray();
        if (outputs is not null)
        {
            return new ObjectShape(members, outputs, Matching(outputs, members) ?? []);
        }

        var constructors = type.GetConstructors(Public);
        var empty = Array.Find(constructors, c => c.GetParameters().Length == 0)
            ?? (typeof(InputArgs).IsAssignableFrom(type) ? type.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, []) : null);
        if (empty is not null || (type.IsValueType && members.All(m => m.CanSet)))
        {
            return new ObjectShape(members, empty, []);
        }

        // Records: the constructor that takes most of what the properties show.
        var best = constructors.Select(c => (Constructor: c, Arguments: Matching(c, members)))
            .Where(c => c.Arguments is not null)
            .MaxBy(c => c.Arguments!.Count);
        return new ObjectShape(members, best.Constructor, best.Arguments ?? []);
    }

    private static IEnumerable<ObjectMember> Inputs(Type type)
    {
        for (Type? t = type; t is not null && t != typeof(InputArgs); t = t.BaseType)
        {
            foreach (var member in t.GetMembers(Declared))
            {
                if (member.GetCustomAttribute<InputAttribute>() is { } input && TypeOf(member) is { } valueType)
                {
                    yield return new ObjectMember(input.Name, true, valueType, input.IsRequired, member);
                }
            }
        }
    }

    private static IEnumerable<ObjectMember> Properties(Type type, ConstructorInfo? outputs)
    {
        // Generated result types show read-only fields; nobody else's fields count.
        var names = outputs?.GetParameters().ToDictionary(
            p => p.Name!, p => p.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? p.Name!, StringComparer.OrdinalIgnoreCase);
        IEnumerable<MemberInfo> members = type.GetProperties(Public).Where(p => p.CanRead && p.GetIndexParameters().Length == 0);
        foreach (var member in outputs is null ? members : members.Concat(type.GetFields(Public)))
        {
            var input = member.GetCustomAttribute<InputAttribute>() ?? BackingField(type, member.Name)?.GetCustomAttribute<InputAttribute>();
            var valueType = TypeOf(member)!;
            var name = names?.GetValueOrDefault(member.Name)
                ?? member.GetCustomAttribute<OutputAttribute>()?.Name
                ?? input?.Name;
            var required = input?.IsRequired
                ?? (member.GetCustomAttribute<RequiredMemberAttribute>() is not null
                    || (valueType.IsValueType && Nullable.GetUnderlyingType(valueType) is null));
            yield return new ObjectMember(name ?? member.Name, name is not null, valueType, required, member);
        }
    }

    private static FieldInfo? BackingField(Type type, string property) =>
        type.GetField("_" + CamelCase(property), BindingFlags.NonPublic | BindingFlags.Instance);

    private static Type? TypeOf(MemberInfo member) => member switch
    {
        PropertyInfo property => property.PropertyType,
        FieldInfo field => field.FieldType,
        _ => null,
    };

    /// <summary>What each parameter takes; null if one takes something that the object does not show.</summary>
    private static IReadOnlyList<ObjectMember>? Matching(ConstructorInfo constructor, ObjectMember[] members)
    {
        var arguments = new List<ObjectMember>();
        foreach (var parameter in constructor.GetParameters())
        {
            var member = Array.Find(members, m => string.Equals(m.Info.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
            if (member is null || member.Type != parameter.ParameterType)
            {
                if (constructor.GetCustomAttribute<OutputConstructorAttribute>() is null)
                {
                    return null;
                }

                var name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
                member = new ObjectMember(name, true, parameter.ParameterType, false, constructor);
            }

            arguments.Add(parameter.HasDefaultValue ? member with { IsRequired = false } : member);
        }

        return arguments;
    }
}
