using HaIac.Provider.Functions;
using HaIac.Provider.Shapes;
using Newtonsoft.Json.Linq;

namespace HaIac.Provider.Serving;

/// <summary>The schema of the package for tools that generate code, worked out from the same shapes that inputs are checked with.</summary>
internal static class PackageSchema
{
    /// <summary>The schema as JSON.</summary>
    public static string Text { get; } = new JObject
    {
        ["name"] = "haiac",
        ["description"] = "Highly available services on a Pacemaker cluster.",
        ["config"] = new JObject
        {
            ["variables"] = new JObject
            {
                ["cluster"] = new JObject { ["type"] = "string", ["description"] = "The cluster: virtual:DIRECTORY?nodes=a,b,c, ssh://user@host1,host2, cib://user@host1,host2:port or local:." },
                ["settleTimeout"] = new JObject { ["type"] = "string", ["description"] = "How long resources may take to settle. Default 5min." },
                [OperatorNames.Setting] = new JObject { ["type"] = "string", ["description"] = "Meta attributes that operators set, parted by commas: neither drift nor overwritten. Default target-role,is-managed,maintenance." },
            },
        },
        ["resources"] = new JObject(ResourceKinds.All.Values.OrderBy(kind => kind.Token, StringComparer.Ordinal).Select(kind => new JProperty(kind.Token, Resource(kind)))),
        ["functions"] = new JObject(FunctionTable.All.Values.OrderBy(function => function.Token, StringComparer.Ordinal).Select(function => new JProperty(function.Token, Function(function)))),
    }.ToString(Newtonsoft.Json.Formatting.None);

    private static JObject Resource(ResourceKind kind)
    {
        var inputs = Properties(kind.Shape);
        var outputs = (JObject)inputs.DeepClone();
        outputs[Outputs.CibIds] = new JObject { ["type"] = "array", ["items"] = new JObject { ["type"] = "string" } };
        outputs[Outputs.RunningOn] = new JObject
        {
            ["type"] = "object",
            ["additionalProperties"] = new JObject { ["type"] = "array", ["items"] = new JObject { ["type"] = "string" } },
        };
        return new() { ["inputProperties"] = inputs, ["requiredInputs"] = Required(kind.Shape), ["properties"] = outputs };
    }

    // Answers are open maps, as nested objects are.
    private static JObject Function(PackageFunction function) => new()
    {
        ["description"] = function.Description,
        ["inputs"] = new JObject
        {
            ["type"] = "object",
            ["properties"] = new JObject(
                function.Texts.Select(name => new JProperty(name, new JObject { ["type"] = "string" })).Concat(function.Flags.Select(name => new JProperty(name, new JObject { ["type"] = "boolean" })))),
            ["required"] = function.NeedsFirst ? new JArray(function.Texts[0]) : new JArray(),
        },
        ["outputs"] = new JObject { ["type"] = "object", ["additionalProperties"] = new JObject { ["$ref"] = "pulumi.json#/Any" } },
    };

    private static JObject Properties(ObjectShape shape) => new(shape.Fields.Select(field => new JProperty(field.Name, Type(field.Shape))));

    private static JArray Required(ObjectShape shape) => [.. shape.Fields.Where(field => field.Required).Select(field => field.Name)];

    // Nested objects are open maps here: named types would need a name for each place, and no generator is used for this package.
    private static JObject Type(Shape shape) => shape switch
    {
        FlagShape => new() { ["type"] = "boolean" },
        TextMapShape => new() { ["type"] = "object", ["additionalProperties"] = new JObject { ["type"] = "string" } },
        TextListShape => new() { ["type"] = "array", ["items"] = new JObject { ["type"] = "string" } },
        ListShape => new() { ["type"] = "array", ["items"] = new JObject { ["$ref"] = "pulumi.json#/Any" } },
        ObjectShape => new() { ["type"] = "object", ["additionalProperties"] = new JObject { ["$ref"] = "pulumi.json#/Any" } },
        _ => new() { ["type"] = "string" },
    };
}
