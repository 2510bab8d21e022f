using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;

namespace HaIac.Protocol.Tests.Grpc;

/// <summary>A service for tests: texts and structures there and back.</summary>
internal static class Echo
{
    public static readonly GrpcMethod<StringValue, StringValue> Text =
        new("haiac.test.Echo", nameof(Text), StringValue.Parser, StringValue.Parser);

    public static readonly GrpcMethod<StringValue, StringValue> Many =
        new("haiac.test.Echo", nameof(Many), StringValue.Parser, StringValue.Parser);

    public static readonly GrpcMethod<Struct, Struct> Object =
        new("haiac.test.Echo", nameof(Object), Struct.Parser, Struct.Parser);

    public static readonly GrpcMethod<BytesValue, BytesValue> Bytes =
        new("haiac.test.Echo", nameof(Bytes), BytesValue.Parser, BytesValue.Parser);

    public static StringValue Of(string text) => new() { Value = text };
}
