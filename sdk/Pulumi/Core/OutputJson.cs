using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>
/// JSON of values that hold outputs. A serializer cannot wait, so writing is tried until every output met on the way
/// has settled: each round notes the ones that have not, and the next round starts when those are there.
/// </summary>
internal static class OutputJson
{
    public static async Task<OutputData<string>> SerializeAsync<T>(Output<T> output, JsonSerializerOptions? options, Waiting waiting)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return OutputData<string>.Unknown(data.Resources, data.IsSecret);
        }

        var settled = new Dictionary<IOutput, OutputData<object?>>(ReferenceEqualityComparer.Instance);
        while (true)
        {
            var round = new Round(settled);
            var settings = new JsonSerializerOptions(options ?? JsonSerializerOptions.Default);
            settings.Converters.Add(new OutputConverterFactory(round));
            var text = JsonSerializer.Serialize(data.Value, settings);
            if (round.Missing.Count == 0)
            {
                var resources = data.Resources;
                bool known = true, secret = data.IsSecret;
                foreach (var part in settled.Values)
                {
                    resources = resources.Union(part.Resources);
                    known &= part.IsKnown;
                    secret |= part.IsSecret;
                }

                return known ? new(resources, text, true, secret) : OutputData<string>.Unknown(resources, secret);
            }

            foreach (var missing in round.Missing)
            {
                waiting.On = missing.Settled;
                settled[missing] = await missing.GetDataAsync().ConfigureAwait(false);
            }
        }
    }

    private sealed class Round(Dictionary<IOutput, OutputData<object?>> settled)
    {
        public List<IOutput> Missing { get; } = [];

        public OutputData<object?>? Find(IOutput output)
        {
            if (settled.TryGetValue(output, out var data))
            {
                return data;
            }

            Missing.Add(output);
            return null;
        }
    }

    private sealed class OutputConverterFactory(Round round) : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert)
            => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Output<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
            => (JsonConverter)Activator.CreateInstance(
                typeof(OutputConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()), round)!;
    }

    private sealed class OutputConverter<T>(Round round) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => Output.Create(JsonSerializer.Deserialize<T>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
        {
            if (round.Find(value) is { IsKnown: true } data)
            {
                JsonSerializer.Serialize(writer, (T)data.Value!, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
