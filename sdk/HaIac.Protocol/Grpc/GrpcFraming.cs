using System.Buffers.Binary;
using Google.Protobuf;

namespace HaIac.Protocol.Grpc;

/// <summary>The length-prefixed frames of gRPC: one flag byte, four bytes of length, the message.</summary>
internal static class GrpcFraming
{
    public const string ContentType = "application/grpc";
    private const int HeaderLength = 5;

    public static byte[] Frame(IMessage message)
    {
        var size = message.CalculateSize();
        if (size > ProtobufReading.MaxMessageBytes)
        {
            throw TooLarge(size);
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

        var body = GC.AllocateUninitializedArray<byte>((int)length);
        read = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return read == body.Length
            ? body
            : throw new GrpcException(GrpcStatusCode.Internal, $"A gRPC message ended after {read} of {length} bytes.");
    }

    private static GrpcException TooLarge(long size) => new(
        GrpcStatusCode.ResourceExhausted,
        $"A message of {size} bytes is over the limit of {ProtobufReading.MaxMessageBytes} bytes.");
}
