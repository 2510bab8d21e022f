using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using HaIac.Engine.Events;

namespace HaIac.Engine.State;

/// <summary>What one operation did, as the history of a stack keeps it.</summary>
/// <param name="Kind"><c>update</c>, <c>refresh</c>, <c>destroy</c> or <c>resource-import</c>.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended.</param>
/// <param name="Succeeded">False after any failure.</param>
/// <param name="ResourceChanges">How many logical steps of each kind were done.</param>
/// <param name="Message">What the user wrote about it; may be empty.</param>
public sealed record HistoryRecord(
    string Kind,
    DateTimeOffset Start,
    DateTimeOffset End,
    bool Succeeded,
    ImmutableSortedDictionary<StepOp, int> ResourceChanges,
    string Message = "")
{
    /// <summary>The record as the official command line writes it.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ValueJson.Compact with { Indented = true, IndentSize = 4 }))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Kind);
            writer.WriteNumber("startTime", Start.ToUnixTimeSeconds());
            writer.WriteString("message", Message);
            writer.WriteStartObject("environment");
            writer.WriteEndObject();
            writer.WriteStartObject("config");
            writer.WriteEndObject();
            writer.WriteNumber("version", 0);
            writer.WriteString("result", Succeeded ? "succeeded" : "failed");
            writer.WriteNumber("endTime", End.ToUnixTimeSeconds());
            writer.WriteStartObject("resourceChanges");
            foreach (var (op, count) in ResourceChanges)
                writer.WriteNumber(StepOps.Name(op), count);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
