using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HaIac.CommandProvider.Packaging;

/// <summary>The schema of the package for tools that generate code, worked out from the same tables that inputs are checked with.</summary>
internal static class PackageSchema
{
    /// <summary>The schema as JSON.</summary>
    public static string Text { get; } = new JObject
    {
        ["name"] = "command",
        ["version"] = PackageTypes.Version,
        ["displayName"] = "Command",
        ["description"] = "Commands and file copies, on this host or on others, as resources.",
        ["keywords"] = new JArray("pulumi", "command", "category/utility", "kind/native"),
        ["license"] = "Apache-2.0",
        ["publisher"] = "HaIac",
        ["meta"] = new JObject { ["moduleFormat"] = "(.*)" },
        ["language"] = new JObject { ["csharp"] = new JObject { ["packageReferences"] = new JObject { ["Pulumi"] = "3.*" }, ["respectSchemaVersion"] = true } },
        ["config"] = new JObject(),
        ["types"] = new JObject
        {
            ["command:local:Logging"] = Logging(),
            ["command:remote:Logging"] = Logging(),
            ["command:remote:Connection"] = Object("How to reach a host over ssh.", Fields.OfConnection, "remote"),
            ["command:remote:ProxyConnection"] = Object("How to reach the host that a connection goes through.", Fields.OfProxy, "remote"),
        },
        ["provider"] = new JObject { ["type"] = "object" },
        ["resources"] = Sorted(PackageTypes.Resources, Resource),
        ["functions"] = Sorted(PackageTypes.Functions, Function),
    }.ToString(Formatting.None);

    private static JObject Resource(PackageType type)
    {
        var module = Module(type);
        var outputs = Outputs(type);
        var resource = new JObject
        {
            ["description"] = type.Description,
            ["properties"] = Properties(outputs, module),
            ["type"] = "object",
            ["required"] = Required(outputs),
            ["inputProperties"] = Properties(type.Inputs, module),
            ["requiredInputs"] = Required(type.Inputs),
        };
        if (type.Deprecation is { } deprecation)
        {
            resource["deprecationMessage"] = deprecation;
        }

        return resource;
    }

    private static JObject Function(PackageType type) => new()
    {
        ["description"] = type.Description,
        ["inputs"] = Object(null, type.Inputs, Module(type)),
        ["outputs"] = Object(null, Outputs(type), Module(type)),
    };

    private static JObject Object(string? description, IReadOnlyList<Field> fields, string module)
    {
        var result = new JObject { ["properties"] = Properties(fields, module), ["type"] = "object", ["required"] = Required(fields) };
        if (description is not null)
        {
            result.AddFirst(new JProperty("description", description));
        }

        return result;
    }

    private static JObject Properties(IReadOnlyList<Field> fields, string module) => new(fields.Select(field => new JProperty(field.Name, Property(field, module))));

    private static JObject Property(Field field, string module)
    {
        var property = Type(field.Kind, module);
        property["description"] = field.Description;
        if (field.Default is { } value)
        {
            property["default"] = JToken.FromObject(value);
        }

        if (field.Secret)
        {
            property["secret"] = true;
        }

        if (field.Replaces)
        {
            property["replaceOnChanges"] = true;
        }

        return property;
    }

    private static JObject Type(FieldKind kind, string module) => kind switch
    {
        FieldKind.Flag => Plain("boolean"),
        FieldKind.Integer => Plain("integer"),
        FieldKind.Number => Plain("number"),
        FieldKind.TextList => new() { ["type"] = "array", ["items"] = Plain("string") },
        FieldKind.AnyList => new() { ["type"] = "array", ["items"] = Reference("pulumi.json#/Any") },
        FieldKind.TextMap => new() { ["type"] = "object", ["additionalProperties"] = Plain("string") },
        FieldKind.AssetMap => new() { ["type"] = "object", ["additionalProperties"] = Reference("pulumi.json#/Asset") },
        FieldKind.Logging => Reference($"#/types/command:{module}:Logging"),
        FieldKind.Connection => Reference("#/types/command:remote:Connection"),
        FieldKind.Proxy => Reference("#/types/command:remote:ProxyConnection"),
        FieldKind.Archive => Reference("pulumi.json#/Archive"),
        // Generators make "asset or archive" of it, as the published schema has it.
        FieldKind.File => Reference("pulumi.json#/Asset"),
        _ => Plain("string"),
    };

    private static JObject Logging() => new()
    {
        ["type"] = "string",
        ["enum"] = new JArray(Checking.LoggingWords.All.Select(word => new JObject { ["value"] = word.Value, ["description"] = word.Description })),
    };

    private static IReadOnlyList<Field> Outputs(PackageType type) =>
        [.. type.Inputs.Concat(type.Results).OrderBy(field => field.Name, StringComparer.Ordinal)];

    private static JArray Required(IReadOnlyList<Field> fields) => [.. fields.Where(field => field.Required).Select(field => field.Name)];

    private static JObject Plain(string type) => new() { ["type"] = type };

    private static JObject Reference(string target) => new() { ["$ref"] = target };

    private static string Module(PackageType type) => type.Token.Split(':')[1];

    private static JObject Sorted(IReadOnlyDictionary<string, PackageType> types, Func<PackageType, JObject> write) =>
        new(types.Values.OrderBy(type => type.Token, StringComparer.Ordinal).Select(type => new JProperty(type.Token, write(type))));
}
