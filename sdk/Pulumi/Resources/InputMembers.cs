using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>Finds the inputs of args classes, once per class.</summary>
internal static class InputMembers
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Member>> Known = new();

    public static ImmutableArray<InputMember> Of(InputArgs args)
    {
        var type = args.GetType();
        return Known.GetOrAdd(type, Find).Select(m => m.Read(args, type.FullName ?? type.Name)).ToImmutableArray();
    }

    private static ImmutableArray<Member> Find(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var members = new List<Member>();
        var overridden = new HashSet<MethodInfo>();
        for (Type? t = type; t is not null && t != typeof(InputArgs); t = t.BaseType)
        {
            members.AddRange(t.GetFields(Declared)
                .Select(f => new Member(f, f.GetCustomAttribute<InputAttribute>()!, f.GetValue))
                .Where(m => m.Attribute is not null));

            // From the most derived class down: an override stands for the property that it overrides, whichever of them is marked.
            members.AddRange(t.GetProperties(Declared)
                .Where(p => p.GetMethod is not { } getter || overridden.Add(getter.GetBaseDefinition()))
                .Select(p => new Member(p, p.GetCustomAttribute<InputAttribute>()!, o => Read(p, o)))
                .Where(m => m.Attribute is not null));
        }

        var twice = members.GroupBy(m => m.Attribute.Name).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? members.ToImmutableArray()
            : throw new InvalidOperationException($"{type.FullName} declares the input '{twice.Key}' {twice.Count()} times; each [Input] name may occur once.");
    }

    /// <summary>What a computed input throws comes out as it is: its words are the user's, and reflection's wrapping would hide them.</summary>
    private static object? Read(PropertyInfo property, object owner)
        => property.GetValue(owner, BindingFlags.DoNotWrapExceptions, null, null, null);

    private sealed record Member(MemberInfo Info, InputAttribute Attribute, Func<object, object?> Get)
    {
        public InputMember Read(object args, string owner)
        {
            var given = Get(args);
            var value = given is IInput input ? input.Serializable ?? InputMemberNull.Value : given;
            var missing = Attribute.IsRequired && value is null ? Info.Name : null;
            return new InputMember(Attribute.Name, value is InputMemberNull ? null : value, Attribute.Json, missing, owner);
        }
    }

    /// <summary>Tells an input that holds null from an input that was not given.</summary>
    private sealed class InputMemberNull
    {
        public static readonly InputMemberNull Value = new();
    }
}
