using System.Text.Json;

namespace Pulumi;

/// <summary>One try to write or read JSON: what was seen of the outputs inside the value.</summary>
/// <param name="source">The text that is read.</param>
internal sealed class JsonRound(OutputData<string>? source)
{
    private bool _waits;

    /// <summary>Outputs without a value yet; the text of this round is of no use when there are any.</summary>
    public List<IOutput> Missing { get; } = [];

    public HashSet<Resource> Resources { get; } = [];

    public bool IsKnown { get; private set; } = true;

    public bool IsSecret { get; private set; }

    /// <summary>Forgets what was seen before.</summary>
    /// <param name="waits">Whether to wait in place for an output that has not settled.</param>
    public void Begin(bool waits)
    {
        _waits = waits;
        Missing.Clear();
        Resources.Clear();
        (IsKnown, IsSecret) = (true, false);
    }

    /// <summary>An output inside a value that is read: it comes from the text, so it has the facts of the text.</summary>
    public Output<T> Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var value = JsonSerializer.Deserialize<T>(ref reader, options)!;
        return new Output<T>(source is null ? OutputData<T>.Plain(value) : source.With(value));
    }

    public void Write<T>(Utf8JsonWriter writer, Output<T> output, JsonSerializerOptions options)
    {
        if (!_waits && !output.DataTask.IsCompleted)
        {
            Missing.Add(output);
            writer.WriteNullValue();
            return;
        }

        var data = output.DataTask.GetAwaiter().GetResult();
        Resources.UnionWith(data.Resources);
        IsKnown &= data.IsKnown;
        IsSecret |= data.IsSecret;
        if (data.IsKnown)
        {
            JsonSerializer.Serialize(writer, data.Value, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
