using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Messages;

namespace HaIac.Protocol.Grpc;

/// <summary>How a status is written into trailers and read from them.</summary>
internal static class GrpcStatusText
{
    public const string StatusHeader = "grpc-status";
    public const string MessageHeader = "grpc-message";
    public const string DetailsHeader = "grpc-status-details-bin";

    public static string EncodeMessage(string message)
    {
        var text = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(message))
        {
            if (b is >= 0x20 and <= 0x7e and not (byte)'%')
            {
                text.Append((char)b);
            }
            else
            {
                text.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    public static string DecodeMessage(string encoded)
    {
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length &&
                byte.TryParse(encoded.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(encoded, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    public static string? EncodeDetails(GrpcException exception)
    {
        if (exception.Details.IsEmpty)
        {
            return null;
        }

        var status = new Status { Code = (int)exception.StatusCode, Message = exception.Detail };
        status.Details.AddRange(exception.Details);
        return Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');
    }

    public static ImmutableArray<Any> DecodeDetails(string? encoded)
    {
        if (string.IsNullOrEmpty(encoded))
        {
            return [];
        }

        try
        {
            var padded = encoded.PadRight((encoded.Length + 3) / 4 * 4, '=');
            var status = ProtobufReading.Parse(Status.Parser, Convert.FromBase64String(padded));
            return [.. status.Details];
        }
        catch (Exception e) when (e is FormatException or InvalidProtocolBufferException)
        {
            // The text of the failure is worth more than its damaged details.
            return [];
        }
    }
}
