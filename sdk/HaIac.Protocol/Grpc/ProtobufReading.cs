using Google.Protobuf;

namespace HaIac.Protocol.Grpc;

/// <summary>Reads messages with limits that fit deployments: deep values and large files are ordinary here.</summary>
public static class ProtobufReading
{
    /// <summary>Largest message in bytes that either side accepts (400 MiB).</summary>
    public const int MaxMessageBytes = 419_430_400;

    /// <summary>Deepest nesting of property values that is read, in levels of objects or lists.</summary>
    public const int MaxNesting = 1_000;

    // Each level of a property value is three messages deep, so the default of 100 allows only 33 levels.
    private const int RecursionLimit = 3 * MaxNesting;

    /// <summary>Parses one message.</summary>
    /// <typeparam name="T">Message type.</typeparam>
    /// <param name="parser">Parser of that type.</param>
    /// <param name="bytes">The serialised message.</param>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no such message.</exception>
    public static T Parse<T>(MessageParser<T> parser, ReadOnlyMemory<byte> bytes)
        where T : IMessage<T>
    {
        using var stream = new ReadOnlyMemoryStream(bytes);
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, RecursionLimit);
        var message = parser.ParseFrom(input);
        return message;
    }
}
