using System.Text;
using HaIac.Engine.Events;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Rendering;

/// <summary>Prints values and objects (display rules 19-25). A level is four columns; a sign takes the last two of them.</summary>
internal sealed class ValuePrinter
{
    private readonly StringBuilder _text = new();
    private readonly bool _cut;
    private readonly bool _showSecrets;

    /// <summary>A printer with nothing printed yet.</summary>
    /// <param name="options">What the view shows.</param>
    public ValuePrinter(DisplayOptions options)
    {
        _cut = options.CutsTexts;
        _showSecrets = options.ShowSecrets;
    }

    /// <summary>What was printed so far.</summary>
    public string Text => _text.ToString();

    /// <summary>Prints raw text.</summary>
    /// <param name="text">The text.</param>
    public void Append(string text) => _text.Append(text);

    /// <summary>Starts a line.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="sign">Its sign.</param>
    public void Indent(int level, ChangeSign sign)
    {
        var blanks = 4 * level;
        var mark = Mark(sign);
        _text.Append(' ', mark.Length == 0 ? blanks : Math.Max(0, blanks - 2)).Append(mark);
    }

    /// <summary>Starts a line with a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="width">Columns of the longest key beside it.</param>
    /// <param name="level">Level of the line.</param>
    /// <param name="sign">Sign of the line.</param>
    public void Key(string key, int width, int level, ChangeSign sign)
    {
        Indent(level, sign);
        _text.Append(key).Append(' ', Math.Max(0, width - CharactersOf(key))).Append(": ");
    }

    /// <summary>Prints the fields of an object, a line each.</summary>
    /// <param name="fields">The object.</param>
    /// <param name="level">Level of the lines.</param>
    /// <param name="sign">Sign of all lines, inner ones too.</param>
    /// <param name="skipEmpty">Leaves null, empty texts, lists and maps out.</param>
    public void Fields(WireObject fields, int level, ChangeSign sign, bool skipEmpty = false)
    {
        var width = WidthOf(fields.Keys);
        foreach (var (key, value) in fields)
        {
            if (IsPrivate(key) || (skipEmpty && IsEmpty(value)))
                continue;
            Key(key, width, level, sign);
            Value(value, level, sign);
            _text.Append('\n');
        }
    }

    /// <summary>Prints a value behind its key; the line end is the caller's.</summary>
    /// <param name="value">The value.</param>
    /// <param name="level">Level of the line it begins on.</param>
    /// <param name="sign">Sign of its further lines.</param>
    public void Value(WireValue value, int level, ChangeSign sign)
    {
        switch (value)
        {
            case WireText text:
                Document(text.Value, level, sign);
                break;
            case WireMap { Fields.Count: 0 }:
                _text.Append("{}");
                break;
            case WireMap map:
                _text.Append("{\n");
                Fields(map.Fields, level + 1, sign);
                Indent(level, ChangeSign.Same);
                _text.Append('}');
                break;
            case WireList { Items.Count: 0 }:
                _text.Append("[]");
                break;
            case WireList list:
                _text.Append("[\n");
                for (var i = 0; i < list.Items.Count; i++)
                {
                    Indent(level, sign);
                    _text.Append("    [").Append(i).Append("]: ");
                    Value(list.Items[i], level + 1, sign);
                    _text.Append('\n');
                }

                Indent(level, ChangeSign.Same);
                _text.Append(']');
                break;
            case WireSecret secret when _showSecrets:
                Value(secret.Value, level, sign);
                break;
            case WireOutput output:
                Value(ValueJson.Plain(output), level, sign);
                break;
            case WireAsset asset:
                Asset(asset, level);
                break;
            case WireArchive archive:
                Archive(archive, level, sign);
                break;
            case WireReference reference:
                Value(new WireMap(FieldsOf(reference)), level, sign);
                break;
            default:
                _text.Append(Primitive(value));
                break;
        }
    }

    /// <summary>A value on one line.</summary>
    /// <param name="value">Null, bool, number, text, secret or unknown.</param>
    public string Primitive(WireValue value) => value switch
    {
        WireBool flag => flag.Value ? "true" : "false",
        WireNumber number => NumberText.Display(number.Value),
        WireText text => QuotedText.Quote(text.Value),
        WireUnknown => "[unknown]",
        WireSecret secret when _showSecrets => Primitive(secret.Value),
        WireSecret => "[secret]",
        WireNull => "<null>",
        _ => value.ToString(),
    };

    /// <summary>True for what prints on one line.</summary>
    /// <param name="value">The value.</param>
    public static bool IsPrimitive(WireValue value) => value is WireNull or WireBool or WireNumber or WireText or WireUnknown or WireSecret;

    /// <summary>True for null, empty texts, lists and maps.</summary>
    /// <param name="value">The value.</param>
    public static bool IsEmpty(WireValue? value) =>
        value is null or WireNull or WireText { Value.Length: 0 } or WireList { Items.Count: 0 } or WireMap { Fields.Count: 0 };

    /// <summary>True for keys that belong to engines and are not shown.</summary>
    /// <param name="key">The key.</param>
    public static bool IsPrivate(string key) => key.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Columns for the longest of some keys, counted in bytes as the official display does.</summary>
    /// <param name="keys">The keys.</param>
    public static int WidthOf(IEnumerable<string> keys) =>
        keys.Where(key => !IsPrivate(key)).Select(Encoding.UTF8.GetByteCount).DefaultIfEmpty().Max();

    /// <summary>First digits of a hash.</summary>
    /// <param name="hash">The hash; null if not known.</param>
    public static string Short(string? hash) => hash is { Length: > 7 } ? hash[..7] : hash ?? "";

    private static string Mark(ChangeSign sign) => sign switch
    {
        ChangeSign.Added => "+ ",
        ChangeSign.Deleted => "- ",
        ChangeSign.Changed => "~ ",
        _ => "",
    };

    private static int CharactersOf(string key) => key.EnumerateRunes().Count();

    private static WireObject FieldsOf(WireReference reference) =>
        WireObject.Empty
            .With("URN", new WireText(reference.Urn))
            .With("ID", reference.Id ?? WireNull.Instance)
            .With("PackageVersion", new WireText(reference.PackageVersion ?? ""));

    private void Document(string text, int level, ChangeSign sign)
    {
        if (EmbeddedDocument.Find(text) is not { } document)
        {
            _text.Append(QuotedText.Quote(_cut ? QuotedText.Cut(text) : text));
            return;
        }

        _text.Append('(').Append(document.Kind).Append(") ");
        Value(document.Value, level, sign);
        _text.Append('\n');
    }

    private void Asset(WireAsset asset, int level)
    {
        var hash = Short(asset.Hash);
        if (asset.Kind != WireAssetKind.Text)
        {
            _text.Append($"asset({(asset.Kind == WireAssetKind.Uri ? "uri" : "file")}:{hash}) {{ {asset.Content} }}");
            return;
        }

        _text.Append($"asset(text:{hash}) {{\n");
        Indent(level + 1, ChangeSign.Same);
        _text.Append(EventJsonWriter.ElidedContent).Append('\n');
        Indent(level, ChangeSign.Same);
        _text.Append('}');
    }

    private void Archive(WireArchive archive, int level, ChangeSign sign)
    {
        var hash = Short(archive.Hash);
        if (archive.Kind != WireAssetKind.Assets)
        {
            _text.Append($"archive({(archive.Kind == WireAssetKind.Uri ? "uri" : "file")}:{hash}) {{ {archive.Content} }}");
            return;
        }

        _text.Append($"archive(assets:{hash}) {{\n");
        foreach (var (name, member) in archive.Assets ?? WireObject.Empty)
        {
            Indent(level + 1, sign);
            _text.Append('"').Append(name).Append("\": ");
            Value(member, level + 1, sign);
            _text.Append('\n');
        }

        Indent(level, ChangeSign.Same);
        _text.Append('}');
    }
}
