using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Experimental.Provider;

/// <summary>One pass over the components of a package. Notes all that cannot be described, so that it is told at once.</summary>
internal sealed class SchemaInference
{
    private static readonly string[] Languages = ["csharp", "go", "java", "nodejs", "python"];
    private readonly NullabilityInfoContext _nullability = new();
    private readonly SummaryTexts _summaries = new();
    private readonly List<string> _findings = [];
    private readonly Metadata _metadata;
    private readonly PropertyTypes _types;

    public SchemaInference(Metadata metadata, IReadOnlyCollection<Type> components)
    {
        _metadata = metadata;
        _types = new PropertyTypes(metadata.Name, components, _findings, Describe);
    }

    public PackageSpec Of(IEnumerable<Type> components)
    {
        var resources = new Dictionary<string, ResourceSpec>();
        foreach (var type in components)
        {
            if (!resources.TryAdd(_types.TokenOf(type.Name), Resource(type)))
            {
                _findings.Add($"There are several components named {type.Name}: a package tells them apart by that name.");
            }
        }

        return _findings.Count == 0
            ? new PackageSpec
            {
                Name = _metadata.Name,
                Namespace = _metadata.Namespace ?? string.Empty,
                DisplayName = _metadata.DisplayName ?? _metadata.Name,
                Version = _metadata.Version ?? string.Empty,
                Resources = resources.ToImmutableSortedDictionary(StringComparer.Ordinal),
                Types = _types.Declared.ToImmutableSortedDictionary(StringComparer.Ordinal),
                Dependencies = _types.Packages.Count == 0 ? null : [.. _types.Packages],
                Language = Languages.ToImmutableSortedDictionary(
                    language => language,
                    _ => ImmutableSortedDictionary<string, object>.Empty.Add("respectSchemaVersion", true)),
            }
            : throw new ArgumentException($"Package {_metadata.Name} cannot be described: {string.Join(" ", _findings)}");
    }

    private ResourceSpec Resource(Type type)
    {
        try
        {
            var component = ComponentClass.Of(type);
            var inputs = Members(component.ArgsType, typeof(ResourceArgs));
            var outputs = Members(type, typeof(ComponentResource));
            return new ResourceSpec(inputs.Properties, inputs.Required, outputs.Properties, outputs.Required) { Description = _summaries.Of(type) };
        }
        catch (ArgumentException e)
        {
            _findings.Add(e.Message);
            return new ResourceSpec([], [], [], []);
        }
    }

    private ComplexTypeSpec Describe(Type type)
    {
        var members = Members(type, typeof(InputArgs));
        return ComplexTypeSpec.CreateObject(members.Properties, members.Required) with { Description = _summaries.Of(type) };
    }

    private (Dictionary<string, PropertySpec> Properties, HashSet<string> Required) Members(Type type, Type upTo)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var properties = new Dictionary<string, PropertySpec>();
        var required = new HashSet<string>();
        for (Type? t = type; t is not null && t != upTo && t != typeof(object); t = t.BaseType)
        {
            foreach (var member in t.GetMembers(Declared).Where(m => m is PropertyInfo or FieldInfo))
            {
                var place = $"{t.Name}.{member.Name}";
                if (NameOf(member, t) is not { } name)
                {
                    if (IsPublic(member) && !IsShownField(t, member))
                    {
                        _findings.Add($"{place} has neither [Input] nor [Output]: mark it, or make it internal.");
                    }

                    continue;
                }

                var isOutput = member.GetCustomAttribute<InputAttribute>() is null;
                var declared = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
                properties[name] = PropertySpec.Of(_types.Of(declared, place, isOutput)) with { Description = _summaries.Of(member) };
                if (IsRequired(member, declared))
                {
                    required.Add(name);
                }
            }
        }

        return (properties, required);
    }

    private static bool IsPublic(MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPublic,
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0,
        _ => false,
    };

    private static string? NameOf(MemberInfo member, Type type) =>
        member.GetCustomAttribute<InputAttribute>()?.Name
        ?? (member.GetCustomAttribute<OutputAttribute>() is { } output ? output.Name ?? member.Name : null)
        ?? (type.GetCustomAttribute<OutputTypeAttribute>() is not null
            ? ObjectShape.Of(type).Members.FirstOrDefault(m => m.Info.Name == member.Name)?.Name
            : null);

    // A property may be the public face of a private field that carries the mark.
    private static bool IsShownField(Type type, MemberInfo member) =>
        type.GetField("_" + ObjectShape.CamelCase(member.Name), BindingFlags.NonPublic | BindingFlags.Instance)?.GetCustomAttribute<InputAttribute>() is not null;

    private bool IsRequired(MemberInfo member, Type type)
    {
        if (member.GetCustomAttribute<InputAttribute>() is { } input)
        {
            return input.IsRequired;
        }

        var info = member is PropertyInfo property ? _nullability.Create(property) : _nullability.Create((FieldInfo)member);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>))
        {
            info = info.GenericTypeArguments[0];
            type = info.Type;
        }

        return Nullable.GetUnderlyingType(type) is null && info.ReadState != NullabilityState.Nullable;
    }
}
