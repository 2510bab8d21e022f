using System.Buffers.Binary;
using Google.Protobuf;

namespace HaIac.Protocol.Grpc;

/// <summary>The length-prefixed frames of gRPC: one flag byte, four bytes of length, the message.</summary>
internal static class GrpcFraming
{
    public const string ContentType = "application/grpc";
    private const int HeaderLength = 5;
    private const int FirstBuffer = 4 * 1024 * 1024;

    /// <summary>Whether a content type is gRPC's; a suffix such as +proto names the form of the messages.</summary>
    public static bool IsGrpc(string? contentType) =>
        contentType is not null &&
        contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) &&
        (contentType.Length == ContentType.Length || contentType[ContentType.Length] is '+' or ';');

    public static byte[] Frame(IMessage message)
    {
        // A message over 2 GiB has a negative size.
        var size = message.CalculateSize();
        if ((uint)size > ProtobufReading.MaxMessageBytes)
        {
            throw TooLarge((uint)size);
        }

        var frame = new byte[HeaderLength + size];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), size);
        message.WriteTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>Reads the next message, or null at the end of the stream.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadFrameAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        var read = await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (read == 0)
        {
            return null;
        }

        if (read < HeaderLength)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"A gRPC frame ended after {read} of the 5 bytes of its header.");
        }

        if (header[0] != 0)
        {
            throw new GrpcException(GrpcStatusCode.Unimplemented, "The peer sent a compressed message; no compression was agreed on.");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (length > ProtobufReading.MaxMessageBytes)
        {
            throw TooLarge(length);
        }

        return await ReadBodyAsync(stream, (int)length, cancellationToken).ConfigureAwait(false);
    }

    // The length is a claim: memory is taken as the bytes arrive, so that a damaged header costs little.
    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(Stream stream, int length, CancellationToken cancellationToken)
    {
        var body = GC.AllocateUninitializedArray<byte>(Math.Min(length, FirstBuffer));
        var filled = 0;
        while (true)
        {
            var read = await stream.ReadAtLeastAsync(
                body.AsMemory(filled), body.Length - filled, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            filled += read;
            if (filled == length)
            {
                return body;
            }

            if (filled < body.Length)
            {
                throw new GrpcException(GrpcStatusCode.Internal, $"A gRPC message ended after {filled} of {length} bytes.");
            }

            Array.Resize(ref body, (int)Math.Min(length, body.Length * 4L));
        }
    }

    private static GrpcException TooLarge(long size) => new(
        GrpcStatusCode.ResourceExhausted,
        $"A message of {size} bytes is over the limit of {ProtobufReading.MaxMessageBytes} bytes.");
}
