using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Writes unions as the value that they hold; by themselves they would be written by their properties, which fail.</summary>
internal sealed class UnionConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert)
        => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Union<,>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(typeof(UnionConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class UnionConverter<TUnion> : JsonConverter<TUnion>
        where TUnion : struct, IUnion
    {
        public override TUnion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => throw new JsonException("JSON does not tell which type of a union it is; read it as one of the types, or as a JsonElement.");

        public override void Write(Utf8JsonWriter writer, TUnion value, JsonSerializerOptions options)
            => JsonSerializer.Serialize(writer, value.Value, options);
    }
}
