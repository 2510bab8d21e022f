using System.Globalization;
using System.Text;
using System.Text.Json;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HaIac.Engine.Projects;

/// <summary>Configuration values: from YAML, to YAML, to what programs get.</summary>
public static class ConfigNodes
{
    private const string Secure = "secure";

    /// <summary>A value as the file holds it.</summary>
    /// <param name="node">Node of the file.</param>
    public static ConfigNode Read(YamlNode node) => node switch
    {
        YamlMappingNode { Children.Count: 1 } map when map.Children.First() is { Key: YamlScalarNode { Value: Secure }, Value: YamlScalarNode cipher }
            => new ConfigSecret(cipher.Value ?? ""),
        YamlMappingNode map => new ConfigMap([.. map.Children.Select(field => KeyValuePair.Create(((YamlScalarNode)field.Key).Value ?? "", Read(field.Value)))]),
        YamlSequenceNode list => new ConfigList([.. list.Children.Select(Read)]),
        YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any } plain when IsLiteral(plain.Value ?? "") => new ConfigLiteral(plain.Value!),
        YamlScalarNode scalar => new ConfigText(scalar.Value ?? ""),
        _ => new ConfigText(node.ToString()),
    };

    /// <summary>The value as programs get it: texts as they are, lists and maps as JSON.</summary>
    /// <param name="node">The value.</param>
    /// <param name="secrets">Decrypts what is encrypted.</param>
    /// <exception cref="SecretException">Something cannot be decrypted.</exception>
    public static string ToText(ConfigNode node, ISecretCodec secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return node switch
        {
            ConfigText text => text.Value,
            ConfigLiteral literal => literal.Literal,
            ConfigSecret secret => secrets is MaskedSecrets ? MaskedSecrets.Mask : secrets.Decrypt(secret.Ciphertext),
            _ => ToJson(node, secrets),
        };
    }

    /// <summary>The value as compact JSON with sorted keys.</summary>
    /// <param name="node">The value.</param>
    /// <param name="secrets">Decrypts what is encrypted.</param>
    public static string ToJson(ConfigNode node, ISecretCodec secrets)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ValueJson.Compact))
            WriteJson(writer, node, secrets);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>True if a text would be a number or a boolean when it stands in YAML without quotes.</summary>
    /// <param name="text">The text.</param>
    public static bool IsLiteral(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is "true" or "false"
            || (text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
    }

    /// <summary>The lines of a field in block style.</summary>
    /// <param name="key">Name of the field.</param>
    /// <param name="node">Its value.</param>
    /// <param name="indent">Blanks before each line.</param>
    public static IEnumerable<string> ToYaml(string key, ConfigNode node, int indent)
    {
        var blanks = new string(' ', indent);
        return node switch
        {
            ConfigText or ConfigLiteral => [$"{blanks}{Scalar(key)}: {Inline(node)}"],
            ConfigSecret secret => [$"{blanks}{Scalar(key)}:", $"{blanks}  {Secure}: {secret.Ciphertext}"],
            ConfigMap { Fields.IsEmpty: true } => [$"{blanks}{Scalar(key)}: {{}}"],
            ConfigList { Items.IsEmpty: true } => [$"{blanks}{Scalar(key)}: []"],
            _ => [$"{blanks}{Scalar(key)}:", .. Lines(node, indent + 2)],
        };
    }

    private static IEnumerable<string> Lines(ConfigNode node, int indent) => node switch
    {
        ConfigMap map => map.Fields.SelectMany(field => ToYaml(field.Key, field.Value, indent)),
        ConfigList list => list.Items.SelectMany(item => Item(item, indent)),
        ConfigSecret secret => [$"{new string(' ', indent)}{Secure}: {secret.Ciphertext}"],
        _ => [new string(' ', indent) + Inline(node)],
    };

    private static IEnumerable<string> Item(ConfigNode item, int indent)
    {
        var lines = item is ConfigMap { Fields.IsEmpty: true } ? ["{}"] : item is ConfigList { Items.IsEmpty: true } ? ["[]"] : Lines(item, 0).ToList();
        return lines.Select((line, i) => $"{new string(' ', indent)}{(i == 0 ? "- " : "  ")}{line}");
    }

    private static string Inline(ConfigNode node) => node switch
    {
        ConfigText text => Scalar(text.Value),
        ConfigLiteral literal => literal.Literal,
        _ => "",
    };

    private static string Scalar(string text) => IsPlain(text) ? text : ValueJson.ToText(new Protocol.Properties.WireText(text), PlainSecrets.Instance);

    private static bool IsPlain(string text) =>
        text.Length > 0
        && !IsLiteral(text)
        && text is not ("null" or "~" or "yes" or "no" or "on" or "off" or "Null" or "NULL" or "True" or "False" or "TRUE" or "FALSE")
        && (char.IsAsciiLetter(text[0]) || text[0] is '/' or '_' || (char.IsAsciiDigit(text[0]) && !text.Contains(':', StringComparison.Ordinal)))
        && text[^1] is not (' ' or ':')
        && text.All(c => char.IsAsciiLetterOrDigit(c) || " -_./:@+,=()?".Contains(c, StringComparison.Ordinal))
        && !text.Contains(": ", StringComparison.Ordinal);

    private static void WriteJson(Utf8JsonWriter writer, ConfigNode node, ISecretCodec secrets)
    {
        switch (node)
        {
            case ConfigMap map:
                writer.WriteStartObject();
                foreach (var (key, value) in map.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key);
                    WriteJson(writer, value, secrets);
                }

                writer.WriteEndObject();
                break;
            case ConfigList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    WriteJson(writer, item, secrets);
                writer.WriteEndArray();
                break;
            case ConfigLiteral literal when literal.Literal is "true" or "false":
                writer.WriteBooleanValue(literal.Literal == "true");
                break;
            case ConfigLiteral literal:
                writer.WriteRawValue(NumberText.Json(double.Parse(literal.Literal, CultureInfo.InvariantCulture)));
                break;
            default:
                writer.WriteStringValue(ToText(node, secrets));
                break;
        }
    }
}
