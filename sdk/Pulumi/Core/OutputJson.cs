using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>
/// JSON of values that hold outputs and inputs. A serializer cannot wait, so writing is tried until every output met on the
/// way has settled: each round notes the ones that have not, and the next round starts when those are there.
/// </summary>
internal static class OutputJson
{
    // A getter that makes a new output each time never gives one that has settled; after these rounds it is waited for in place.
    private const int MostRounds = 64;

    public static Output<string> Serialize<T>(Output<T> output, JsonSerializerOptions? options)
    {
        var waiter = new Waiter(() => null);
        return OutputTasks.Wrap(SerializeAsync(waiter, output, options), waiter);
    }

    /// <summary>Reads JSON; outputs and inputs inside the type become known ones, as secret as the text.</summary>
    public static Output<T> Deserialize<T>(Output<string> json, JsonSerializerOptions? options)
        => new(OutputTasks.ConvertAsync(json.DataTask, data => Read<T>(data, options)), json.Waiter);

    private static T Read<T>(OutputData<string> json, JsonSerializerOptions? options)
    {
        var settings = new JsonSerializerOptions(options ?? JsonSerializerOptions.Default);
        settings.Converters.Add(new OutputConverterFactory(new JsonRound(json, true)));
        return JsonSerializer.Deserialize<T>(json.Value, settings)!;
    }

    private static async Task<OutputData<string>> SerializeAsync<T>(Waiter waiter, Output<T> output, JsonSerializerOptions? options)
    {
        var data = await waiter.For(output).ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return OutputData<string>.Unknown(data.Resources, data.IsSecret);
        }

        for (var rounds = 0; ; rounds++)
        {
            var round = new JsonRound(null, rounds == MostRounds);
            var settings = new JsonSerializerOptions(options ?? JsonSerializerOptions.Default);
            settings.Converters.Add(new OutputConverterFactory(round));
            var text = JsonSerializer.Serialize(data.Value, settings);
            if (round.Missing.Count == 0)
            {
                var resources = data.Resources.Union(round.Resources);
                var secret = data.IsSecret || round.IsSecret;
                return round.IsKnown ? new(resources, text, true, secret) : OutputData<string>.Unknown(resources, secret);
            }

            foreach (var missing in round.Missing)
            {
                waiter.WaitsFor(missing);
                await missing.GetDataAsync().ConfigureAwait(false);
                waiter.GoesOn();
            }
        }
    }

    private sealed class OutputConverterFactory(JsonRound round) : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert)
            => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Output<>)
                || ValueTypeOf(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
            => (JsonConverter)(ValueTypeOf(typeToConvert) is { } value
                ? Activator.CreateInstance(typeof(InputConverter<,>).MakeGenericType(typeToConvert, value), round)!
                : Activator.CreateInstance(typeof(OutputConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()), round)!);

        /// <summary>What an input holds, for inputs of all kinds; null for other types.</summary>
        private static Type? ValueTypeOf(Type type)
        {
            for (Type? t = type; t is not null; t = t.BaseType)
            {
                if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Input<>))
                {
                    return t.GetGenericArguments()[0];
                }
            }

            return null;
        }
    }

    private sealed class OutputConverter<T>(JsonRound round) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => round.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
            => round.Write<T>(writer, value, options);
    }

    private sealed class InputConverter<TInput, T>(JsonRound round) : JsonConverter<TInput>
        where TInput : Input<T>
    {
        public override TInput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => (Input<T>)round.Read<T>(ref reader, options) as TInput
                ?? throw new JsonException($"A {typeToConvert.Name} cannot be read from JSON; declare it as Input<{typeof(T).Name}>.");

        public override void Write(Utf8JsonWriter writer, TInput value, JsonSerializerOptions options)
            => round.Write<T>(writer, value.ToOutput(), options);
    }
}
