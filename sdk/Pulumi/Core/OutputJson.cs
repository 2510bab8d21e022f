using System.Text.Json;

namespace Pulumi;

/// <summary>
/// JSON of values that hold outputs and inputs. A serializer cannot wait, so writing is tried until every output met on the
/// way has settled: each round notes the ones that have not, and the next round starts when those are there.
/// </summary>
internal static class OutputJson
{
    // A getter that makes a new output each time never gives one that has settled; after these rounds it is waited for in place.
    private const int MostRounds = 20;

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
        return JsonSerializer.Deserialize<T>(json.Value, With(new JsonRound(json), options))!;
    }

    private static JsonSerializerOptions With(JsonRound round, JsonSerializerOptions? options)
    {
        var settings = new JsonSerializerOptions(options ?? JsonSerializerOptions.Default);
        settings.Converters.Add(new OutputConverterFactory(round));
        settings.Converters.Add(new UnionConverterFactory());
        return settings;
    }

    private static async Task<OutputData<string>> SerializeAsync<T>(Waiter waiter, Output<T> output, JsonSerializerOptions? options)
    {
        var data = await waiter.For(output).ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return OutputData<string>.Unknown(data.Resources, data.IsSecret);
        }

        // Made once, as the serializer learns types anew for every set of options.
        var round = new JsonRound(null);
        var settings = With(round, options);
        for (var rounds = 0; ; rounds++)
        {
            round.Begin(waits: rounds == MostRounds);
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
}
