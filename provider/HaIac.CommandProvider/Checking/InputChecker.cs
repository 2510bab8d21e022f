using System.Collections.Immutable;
using HaIac.Cib.Findings;
using HaIac.CommandProvider.Findings;
using HaIac.CommandProvider.Packaging;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Checking;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>Checks the inputs of one resource or call against its table, fills in defaults, and reports every fault at once.</summary>
/// <param name="subject">What is checked, for messages.</param>
internal sealed class InputChecker(string subject)
{
    private readonly List<Finding> findings = [];

    /// <summary>Checks inputs.</summary>
    /// <param name="type">The type or function.</param>
    /// <param name="inputs">Its inputs; values that are known only after the update are left alone.</param>
    /// <returns>The inputs with defaults and secret marks, and the faults.</returns>
    public CheckOutcome Check(PackageType type, Fields inputs)
    {
        var result = Object(type.Inputs, inputs, "");
        findings.AddRange(new ValueRules(subject, type).Check(result));
        return new(result, findings);
    }

    private Fields Object(IReadOnlyList<Field> table, Fields values, string path)
    {
        var result = values.ToBuilder();
        foreach (var name in values.Keys.Where(name => !name.StartsWith("__", StringComparison.Ordinal) && table.All(field => field.Name != name)).Order(StringComparer.Ordinal))
        {
            Unknown(table, path, name);
        }

        foreach (var field in table)
        {
            var at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            var value = values.GetValueOrDefault(field.Name);
            if (value is null || value.IsNull)
            {
                result.Remove(field.Name);
                if (field.Required)
                {
                    Add(FindingCode.Missing, at, $"{at} is not set.", "Nothing can be done without it.", $"Set it. It is: {Lower(field.Description)}");
                }
                else if (path.Length > 0 && Default(field) is { } filled)
                {
                    // Those of the resource itself mean the same when they are missing; a connection is shown with what holds for it.
                    result[field.Name] = filled;
                }

                continue;
            }

            var kept = value.IsComputed ? value : Value(field, value, at);
            result[field.Name] = field.Secret && path.Length == 0 ? kept.WithSecret(true) : kept;
        }

        return result.ToImmutable();
    }

    private PropertyValue Value(Field field, PropertyValue value, string at)
    {
        switch (field.Kind)
        {
            case FieldKind.Connection or FieldKind.Proxy when value.TryGetMap(out var map):
                var table = field.Kind == FieldKind.Connection ? Packaging.Fields.OfConnection : Packaging.Fields.OfProxy;
                return new PropertyValue(Object(table, map, at)).WithSecret(value.IsSecret).WithDependencies(value.Dependencies);
            case FieldKind.TextList when value.TryGetArray(out var items):
                Each(items.Select((item, index) => ($"{at}[{index}]", item)));
                return value;
            case FieldKind.TextMap when value.TryGetMap(out var texts):
                Each(texts.Select(pair => ($"{at}.{pair.Key}", pair.Value)));
                return value;
            case FieldKind.AnyList when value.TryGetArray(out _):
            case FieldKind.Text or FieldKind.Logging when value.TryGetString(out _):
            case FieldKind.Flag when value.TryGetBool(out _):
            case FieldKind.Integer or FieldKind.Number when value.TryGetNumber(out var number) && number == Math.Floor(number) && Math.Abs(number) < int.MaxValue:
            case FieldKind.File when value.TryGetAsset(out _) || value.TryGetArchive(out _):
                return value;
            default:
                Wrong(at, value, Word(field.Kind));
                return value;
        }
    }

    private void Each(IEnumerable<(string At, PropertyValue Item)> items)
    {
        foreach (var (at, item) in items)
        {
            if (!item.IsComputed && !item.TryGetString(out _))
            {
                Wrong(at, item, "a text");
            }
        }
    }

    private void Unknown(IReadOnlyList<Field> table, string path, string name)
    {
        var names = table.Select(field => field.Name).Order(StringComparer.Ordinal).ToList();
        var at = path.Length == 0 ? name : $"{path}.{name}";
        Add(
            FindingCode.UnknownProperty, at, $"There is no property {at}.", $"The properties here are {string.Join(", ", names)}.",
            NearestName.Find(name, names) is { } near ? $"Did you mean {near}?" : "Take it out, or use a newer plugin.");
    }

    private void Wrong(string at, PropertyValue value, string expected) => Add(
        FindingCode.WrongKind, at, $"{at} is {Word(value.Type)}.", $"It takes {expected}.",
        "Correct the program. Programs in other languages than C# find such faults only here.");

    private void Add(FindingCode code, string at, string what, string why, string mend) =>
        findings.Add(new(code, what, $"{subject}, property {at}", why, mend) { Property = at });

    private static PropertyValue? Default(Field field) => field.Default switch
    {
        int number => new(number),
        string text => new(text),
        _ => null,
    };

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Word(FieldKind kind) => kind switch
    {
        FieldKind.Flag => "true or false",
        FieldKind.Integer or FieldKind.Number => "a whole number",
        FieldKind.TextList => "a list of texts",
        FieldKind.AnyList => "a list",
        FieldKind.TextMap => "a map of texts",
        FieldKind.Connection or FieldKind.Proxy => "an object",
        FieldKind.File => "an asset or an archive",
        _ => "a text",
    };

    private static string Word(PropertyValueType type) => type switch
    {
        PropertyValueType.Bool => "true or false",
        PropertyValueType.Number => "a number",
        PropertyValueType.String => "a text",
        PropertyValueType.Array => "a list",
        PropertyValueType.Map => "a map",
        PropertyValueType.Asset => "an asset",
        PropertyValueType.Archive => "an archive",
        _ => "something else",
    };
}
