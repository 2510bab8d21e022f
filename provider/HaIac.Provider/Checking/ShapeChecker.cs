using System.Collections.Immutable;
using HaIac.Cib.Findings;
using HaIac.Operating.Findings;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Checking;

/// <summary>
/// Compares inputs with the shape of their resource type and reports everything that does not fit, not just the first thing. Values that are
/// known only after up fit everywhere. Secret values are never quoted.
/// </summary>
internal sealed class ShapeChecker(string subject)
{
    private readonly List<Finding> _findings = [];

    /// <summary>Checks the inputs of one resource.</summary>
    /// <param name="shape">The shape of its type.</param>
    /// <param name="inputs">The inputs as the program gave them.</param>
    /// <param name="subject">The resource, for messages: type and name.</param>
    public static CheckOutcome Check(ObjectShape shape, ImmutableDictionary<string, PropertyValue> inputs, string subject)
    {
        var checker = new ShapeChecker(subject);
        var result = checker.Object(shape, inputs, "");
        return new(result, [.. checker._findings]);
    }

    /// <summary>The line that says where a finding is.</summary>
    public static string Where(string subject, string path) => path.Length == 0 ? subject : $"{subject}, property {path}";

    private ImmutableDictionary<string, PropertyValue> Object(ObjectShape shape, ImmutableDictionary<string, PropertyValue> given, string path)
    {
        var before = _findings.Count;
        var result = ImmutableDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (name, value) in given.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (value.IsNull || name.StartsWith("__", StringComparison.Ordinal))
            {
                continue; // Null means "not set"; names with two underscores are the engine's own.
            }

            if (shape.Find(name) is not { } field)
            {
                Unknown(shape, PropertyPath.Key(path, name), name);
                continue;
            }

            result[name] = Value(field.Shape, value, PropertyPath.Key(path, name));
        }

        foreach (var field in shape.Fields.Where(field => field.Default is not null && !result.ContainsKey(field.Name)))
        {
            result[field.Name] = new(field.Default!);
        }

        foreach (var field in shape.Fields.Where(field => field.Required && !result.ContainsKey(field.Name)))
        {
            Report(FindingCode.MissingProperty, PropertyPath.Key(path, field.Name), $"\"{field.Name}\" is not set.",
                $"{Capital(shape.Name)} cannot do without it.", $"Set {field.Name}: {field.Shape.Expected}.");
        }

        var fields = result.ToImmutable();
        if (_findings.Count == before)
        {
            shape.Rules?.Invoke(new(fields, path, subject, _findings));
        }

        return fields;
    }

    private PropertyValue Value(Shape shape, PropertyValue value, string path)
    {
        if (value.IsComputed)
        {
            return value;
        }

        var plain = shape switch
        {
            TextShape text => Text(text, value, path),
            FlagShape => Flag(value, path),
            TextMapShape map => Map(map, value, path),
            TextListShape list => TextList(list, value, path),
            ListShape list => List(list, value, path),
            ObjectShape nested when value.TryGetMap(out var fields) => new(Object(nested, fields!, path)),
            _ => Wrong(shape, value, path),
        };
        return plain.WithSecret(value.IsSecret);
    }

    private PropertyValue Text(TextShape shape, PropertyValue value, string path)
    {
        if (TextShape.AsText(value) is not { } text)
        {
            return Wrong(shape, value, path);
        }

        if (shape.Reader(text) is { Fault: { } fault } reading)
        {
            Report(reading.Code ?? FindingCode.NotAccepted, path, $"{Quote(value, text)} is not {shape.Kind}.", $"{Capital(fault)}.",
                $"Write {shape.Kind}.");
        }

        return new(text);
    }

    private PropertyValue Flag(PropertyValue value, string path) =>
        FlagShape.Read(value) is { } flag ? new(flag) : Wrong(new FlagShape(), value, path);

    private PropertyValue Map(TextMapShape shape, PropertyValue value, string path)
    {
        if (!value.TryGetMap(out var given))
        {
            return Wrong(shape, value, path);
        }

        var result = ImmutableDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (name, item) in given!.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var itemPath = PropertyPath.Key(path, name);
            if (name.Length == 0)
            {
                Report(FindingCode.BadText, itemPath, $"A name among the {shape.Holds} is empty.", "Pacemaker finds each of them by its name.",
                    "Give it a name, or leave it out.");
            }
            else if (!item.IsNull)
            {
                result[name] = Value(shape.ValueOf(name), item, itemPath);
            }
        }

        return new(result.ToImmutable());
    }

    private PropertyValue List(ListShape shape, PropertyValue value, string path)
    {
        if (!value.TryGetArray(out var given))
        {
            return Wrong(shape, value, path);
        }

        var items = given.Where(item => !item.IsNull).ToList();
        return new([.. items.Select((item, index) => Value(shape.Item, item, PropertyPath.Index(path, index)))]);
    }

    private PropertyValue TextList(TextListShape shape, PropertyValue value, string path)
    {
        if (!value.TryGetArray(out var given))
        {
            return Wrong(shape, value, path);
        }

        var items = given.Where(item => !item.IsNull).ToList();
        return new([.. items.Select((item, index) => Value(shape.Item, item, PropertyPath.Index(path, index)))]);
    }

    private PropertyValue Wrong(Shape shape, PropertyValue value, string path)
    {
        Report(FindingCode.WrongType, path, $"{Describe(value)} was given.", $"Expected is {shape.Expected}.", $"Write {shape.Expected}.");
        return value;
    }

    private void Unknown(ObjectShape shape, string path, string name)
    {
        var known = shape.Fields.Select(field => field.Name).ToList();
        var nearest = NearestName.Find(name, known);
        Report(FindingCode.UnknownProperty, path, $"\"{name}\" is no property of {shape.Name}.", $"Its properties are {string.Join(", ", known)}.",
            nearest is null ? "Use one of these, or take it out." : $"Did you mean \"{nearest}\"?");
    }

    private void Report(FindingCode code, string path, string what, string why, string mend) =>
        _findings.Add(new(code, what, Where(subject, path), why, mend) { Property = path });

    /// <summary>The value as the user typed it, unless it is a secret.</summary>
    private static string Quote(PropertyValue value, string text) => value.IsSecret ? "The secret value" : $"\"{text}\"";

    private static string Describe(PropertyValue value) =>
        TextShape.AsText(value) is { } text ? Quote(value, text)
        : value.TryGetArray(out _) ? "A list"
        : value.TryGetMap(out _) ? "A map"
        : "A value of another kind";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
