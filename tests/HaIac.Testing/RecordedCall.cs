using System.Text.Json.Nodes;
using Google.Protobuf;

namespace HaIac.Testing;

/// <summary>One call that a program made, or that was made into it.</summary>
/// <param name="Rpc">Service and method, such as <c>ResourceMonitor/Invoke</c>.</param>
/// <param name="Message">What was asked.</param>
public sealed record RecordedCall(string Rpc, IMessage? Message)
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));
    private JsonObject? _request;

    /// <summary>A call that was read from a file.</summary>
    public RecordedCall(string rpc, JsonObject request)
        : this(rpc, (IMessage?)null) => _request = request;

    /// <summary>What was asked, as JSON. Made when it is read, because most calls of a large program never are.</summary>
    public JsonObject Request => _request ??= ToJson(Message!);

    /// <summary>For calls into the program: what for. Otherwise nothing.</summary>
    public string? Kind { get; init; }

    /// <summary>For calls into the program: what it answered, or the error.</summary>
    public JsonObject? Response { get; init; }

    public static JsonObject ToJson(IMessage message) => (JsonObject)JsonNode.Parse(Formatter.Format(message))!;
}
