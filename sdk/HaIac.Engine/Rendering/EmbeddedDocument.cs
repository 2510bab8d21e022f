using System.Globalization;
using System.Text.Json;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HaIac.Engine.Rendering;

/// <summary>A JSON or YAML document inside a text value.</summary>
/// <param name="Kind"><c>json</c> or <c>yaml</c>.</param>
/// <param name="Value">A list or map.</param>
internal sealed record EmbeddedDocument(string Kind, WireValue Value)
{
    /// <summary>The document in a text; null if it is only a text.</summary>
    /// <param name="text">The text.</param>
    public static EmbeddedDocument? Find(string text) => FindJson(text) ?? FindYaml(text);

    private static EmbeddedDocument? FindJson(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] is not ('{' or '['))
            return null;
        try
        {
            return new("json", ValueJson.Parse(text, MaskedSecrets.Instance));
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }

    private static EmbeddedDocument? FindYaml(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return null;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not (YamlMappingNode or YamlSequenceNode))
                return null;
            return Read(stream.Documents[0].RootNode) is { } value ? new("yaml", value) : null;
        }
        catch (Exception exception) when (exception is YamlException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static WireValue? Read(YamlNode node) => node switch
    {
        YamlSequenceNode list => list.Children.Select(Read).ToList() is var items && items.All(item => item is not null)
            ? new WireList(items.Select(item => item!).ToValueList())
            : null,
        YamlMappingNode map => ReadMap(map),
        YamlScalarNode scalar => ReadScalar(scalar),
        _ => null,
    };

    private static WireMap? ReadMap(YamlMappingNode map)
    {
        var fields = WireObject.Empty;
        foreach (var (key, value) in map.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } || Read(value) is not { } read)
                return null;
            fields = fields.With(name, read);
        }

        return new(fields);
    }

    private static WireValue ReadScalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any))
            return new WireText(text);
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => WireNull.Instance,
            "true" or "True" or "TRUE" => new WireBool(true),
            "false" or "False" or "FALSE" => new WireBool(false),
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => new WireNumber(number),
            _ => new WireText(text),
        };
    }
}
