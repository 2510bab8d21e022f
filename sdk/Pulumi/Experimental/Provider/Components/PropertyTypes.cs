using System.Reflection;
using System.Text.Json;

namespace Pulumi.Experimental.Provider;

/// <summary>What types of C# are in a schema. Classes and enums on the way are gathered as types of the package.</summary>
/// <param name="package">Name of the package.</param>
/// <param name="components">Components of the package: references to them stay inside it.</param>
/// <param name="findings">Takes what cannot be described.</param>
/// <param name="describe">Describes the members of a class.</param>
internal sealed class PropertyTypes(string package, IReadOnlyCollection<Type> components, List<string> findings, Func<Type, ComplexTypeSpec> describe)
{
    private readonly Dictionary<string, Type> _owners = [];

    /// <summary>Types of the package by token.</summary>
    public Dictionary<string, ComplexTypeSpec> Declared { get; } = [];

    /// <summary>Other packages that references lead to.</summary>
    public SortedSet<PackageReferenceSpec> Packages { get; } = new(Comparer<PackageReferenceSpec>.Create((a, b) => string.CompareOrdinal($"{a.Name}@{a.Version}", $"{b.Name}@{b.Version}")));

    public string TokenOf(string name) => $"{package}:index:{name}";

    public TypeSpec Of(Type type, string place, bool isOutput)
    {
        if (FittedInput.Takes(type))
        {
            var isOutputType = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>);
            if (isOutputType != isOutput)
            {
                return Wrong(place, isOutput ? $"is {TypeText.Of(type)}: outputs are Output<T>" : "is an Output<T>: inputs are Input<T>");
            }

            return Inside(type, place, isOutput);
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner, place, isOutput);
        }

        // Only inputs can be waited for, so a bare value among inputs is marked as plain.
        bool? plain = isOutput ? null : true;
        if (Builtin(type) is { } builtin)
        {
            return TypeSpec.CreateBuiltin(builtin, plain);
        }

        if (Special(type) is { } special)
        {
            return TypeSpec.CreateReference(special, plain);
        }

        if (FittedCollection.ElementOf(type) is { } element)
        {
            return TypeSpec.CreateArray(Of(element, place, isOutput));
        }

        if (FittedCollection.ValueOf(type) is { } value)
        {
            return TypeSpec.CreateDictionary(Of(value, place, isOutput));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>))
        {
            return new TypeSpec { OneOf = [.. type.GetGenericArguments().Select(t => Of(t, place, isOutput))], Plain = plain };
        }

        return typeof(Resource).IsAssignableFrom(type) ? Reference(type, place, plain) : Declare(type, place, plain);
    }

    private static string? Builtin(Type type) =>
        type.IsEnum ? null
        : type == typeof(string) ? BuiltinTypeSpec.String
        : type == typeof(bool) ? BuiltinTypeSpec.Boolean
        : type == typeof(double) || type == typeof(float) || type == typeof(decimal) ? BuiltinTypeSpec.Number
        : PlainNumber.IsNumber(type) ? BuiltinTypeSpec.Integer
        : null;

    private static string? Special(Type type) =>
        type == typeof(Asset) || type == typeof(AssetOrArchive) ? "pulumi.json#/Asset"
        : type == typeof(Archive) ? "pulumi.json#/Archive"
        : type == typeof(object) || type == typeof(JsonElement) || type == typeof(PropertyValue) ? "pulumi.json#/Any"
        : null;

    private TypeSpec Inside(Type type, string place, bool isOutput)
    {
        var arguments = type.IsGenericType ? type.GetGenericArguments() : [typeof(JsonElement)];
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (definition == typeof(InputUnion<,>))
        {
            return new TypeSpec { OneOf = [.. arguments.Select(a => Of(a, place, isOutput) with { Plain = null })] };
        }

        var content = Of(arguments[0], place, isOutput) with { Plain = null };
        return definition == typeof(InputList<>) ? TypeSpec.CreateArray(content)
            : definition == typeof(InputMap<>) ? TypeSpec.CreateDictionary(content)
            : content;
    }

    private TypeSpec Reference(Type type, string place, bool? plain)
    {
        if (components.Contains(type))
        {
            return TypeSpec.CreateReference($"#/resources/{TokenOf(type.Name)}", plain);
        }

        if (type.GetCustomAttribute<ResourceTypeAttribute>() is not { Version: { Length: > 0 } version } mark)
        {
            return Wrong(place, $"refers to {TypeText.Of(type)}, which has no [ResourceType] with a version: nobody could find its schema");
        }

        var owner = mark.Type.Split(':')[0];
        Packages.Add(new PackageReferenceSpec(owner, version));
        return TypeSpec.CreateReference($"/{owner}/v{version}/schema.json#/resources/{Uri.EscapeDataString(mark.Type)}", plain);
    }

    private TypeSpec Declare(Type type, string place, bool? plain)
    {
        if (type.IsInterface || type.IsAbstract || type.IsPrimitive || type.IsGenericType || type.IsArray || ObjectShape.IsOfPlatform(type))
        {
            return Wrong(place, $"is a {TypeText.Of(type)}, which has no form as a property");
        }

        var name = type.Name.EndsWith("Args", StringComparison.Ordinal) && type.Name.Length > 4 ? type.Name[..^4] : type.Name;
        var token = TokenOf(name);
        if (_owners.TryAdd(name, type))
        {
            // Entered before its members are looked at: they may lead back to it.
            Declared[token] = ComplexTypeSpec.CreateObject([], []);
            Declared[token] = EnumTypes.Of(type) ?? describe(type);
        }
        else if (_owners[name] != type && !SameShape(token, type))
        {
            return Wrong(place, $"is a {type.FullName}, but the package has a type {name} already: {_owners[name].FullName}");
        }

        return TypeSpec.CreateReference($"#/types/{token}", plain);
    }

    // The class of an input and that of an output often describe the same thing.
    private bool SameShape(string token, Type type) =>
        EnumTypes.Of(type) is null && Declared[token].Properties.Keys.SequenceEqual(describe(type).Properties.Keys);

    private TypeSpec Wrong(string place, string reason)
    {
        findings.Add($"{place} {reason}.");
        return new TypeSpec();
    }
}
