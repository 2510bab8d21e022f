using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A class marked <see cref="OutputTypeAttribute"/>: the constructor that takes its fields, and how to read them back.</summary>
internal sealed class OutputClass
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
    private static readonly ConcurrentDictionary<Type, OutputClass> Known = new();

    private OutputClass(Type type)
    {
        Constructor = FindConstructor(type);
        Parameters = Constructor.GetParameters()
            .Select(p => (p.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? p.Name!, p))
            .ToArray();
        Fields = Parameters.Select(p => (p.Name, FindReader(type, p.Parameter.Name!))).ToArray();
    }

    /// <summary>The constructor that takes the fields.</summary>
    public ConstructorInfo Constructor { get; }

    /// <summary>Its parameters with the names that they have on the wire.</summary>
    public IReadOnlyList<(string Name, ParameterInfo Parameter)> Parameters { get; }

    /// <summary>What the object holds, by the names on the wire.</summary>
    public IReadOnlyList<(string Name, Func<object, object?> Read)> Fields { get; }

    /// <summary>What is known of a class; found out once.</summary>
    /// <exception cref="InvalidOperationException">The class has no constructor, or more than one, that could be meant.</exception>
    public static OutputClass Of(Type type) => Known.GetOrAdd(type, t => new OutputClass(t));

    /// <summary>The marked constructor; without a mark, the only public one, which is what records have.</summary>
    private static ConstructorInfo FindConstructor(Type type)
    {
        var constructors = type.GetConstructors(Instance);
        return constructors.FirstOrDefault(c => c.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? (constructors.Where(c => c.IsPublic).ToArray() is [var single] ? single : null)
            ?? throw new InvalidOperationException(
                $"{type.FullName} has [OutputType], but no constructor of it is marked [OutputConstructor], and it has no or several public ones. " +
                "Mark the one that takes the fields.");
    }

    private static Func<object, object?> FindReader(Type type, string parameter)
    {
        bool IsSame(MemberInfo member) => string.Equals(member.Name.TrimStart('_'), parameter.TrimStart('_'), StringComparison.OrdinalIgnoreCase);
        return type.GetProperties(Instance).FirstOrDefault(p => p.CanRead && p.GetIndexParameters().Length == 0 && IsSame(p)) is { } property
            ? property.GetValue
            : type.GetFields(Instance).FirstOrDefault(IsSame) is { } field
                ? field.GetValue
                : _ => null;
    }
}
