using System.Text.Json.Nodes;

namespace Conformance.Tests;

/// <summary>One call that a program made, or that was made into it.</summary>
internal sealed record RecordedCall(string Rpc, JsonObject Request)
{
    /// <summary>For calls into the program: what for. Otherwise nothing.</summary>
    public string? Kind { get; init; }

    /// <summary>For calls into the program: what it answered, or the error.</summary>
    public JsonObject? Response { get; init; }
}
