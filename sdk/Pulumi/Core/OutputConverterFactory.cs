using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Writes outputs and inputs as their values, and reads values as outputs and inputs.</summary>
internal sealed class OutputConverterFactory(JsonRound round) : JsonConverterFactory
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
