using System.Text;
using System.Text.Json;

namespace Pulumi;

/// <summary>An input that takes any JSON document and sends it as a structured value, not as text.</summary>
public sealed class InputJson : Input<JsonElement>
{
    /// <summary>Makes an input of the JSON value <c>null</c>.</summary>
    public InputJson()
        : base(Parse("null"))
    {
    }

    private InputJson(JsonElement value)
        : base(value)
    {
    }

    private InputJson(Output<JsonElement> output)
        : base(output)
    {
    }

    /// <summary>Reads JSON text.</summary>
    /// <param name="json">The text; text that is no JSON fails at once with a <see cref="JsonException"/>.</param>
    public static implicit operator InputJson(string json) => new(Parse(json));

    /// <summary>Takes a copy of a document, which may be disposed afterwards.</summary>
    /// <param name="document">The document.</param>
    public static implicit operator InputJson(JsonDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document.RootElement.Clone());
    }

    /// <summary>Takes a copy of an element, whose document may be disposed afterwards.</summary>
    /// <param name="element">The element.</param>
    public static implicit operator InputJson(JsonElement element) => new(element.Clone());

    /// <summary>Reads JSON text that comes later; text that is no JSON fails the program then.</summary>
    /// <param name="json">The text.</param>
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(Parse));

    /// <summary>Takes a copy of a document that comes later; it may not be disposed before.</summary>
    /// <param name="document">The document.</param>
    public static implicit operator InputJson(Output<JsonDocument> document) => new(document.Apply(d => d.RootElement.Clone()));

    /// <summary>Takes an element that comes later; its document may not be disposed before.</summary>
    /// <param name="element">The element.</param>
    public static implicit operator InputJson(Output<JsonElement> element) => new(element);

    private static JsonElement Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonText.Parse(Encoding.UTF8.GetBytes(json));
    }
}
