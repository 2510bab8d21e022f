using Google.Protobuf;

namespace HaIac.Protocol.Grpc;

/// <summary>One method of a server, with its types erased.</summary>
internal sealed record GrpcRoute(Func<ReadOnlyMemory<byte>, CancellationToken, IAsyncEnumerable<IMessage>> Answer);
