using HaIac.Protocol.Grpc;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="HttpStatus">Status of HTTP.</param>
/// <param name="Status">Status of the call; null if there was none.</param>
/// <param name="Message">Text of the status.</param>
/// <param name="Body">Frames of the answer.</param>
internal sealed record RawAnswer(int HttpStatus, GrpcStatusCode? Status, string Message, byte[] Body);
