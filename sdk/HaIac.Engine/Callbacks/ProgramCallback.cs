using Google.Protobuf;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Callbacks;

/// <summary>One call of a function that the program serves.</summary>
/// <remarks>Source: pulumi-protocol.md 2.9: both messages travel as bytes inside the call.</remarks>
internal static class ProgramCallback
{
    /// <summary>Calls the function.</summary>
    /// <param name="callback">Where it is.</param>
    /// <param name="question">What it is given.</param>
    /// <param name="parser">Reads what it answers.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <exception cref="GrpcException">It failed, or the program has ended.</exception>
    public static async Task<TAnswer> AskAsync<TAnswer>(Callback callback, IMessage question, MessageParser<TAnswer> parser, CancellationToken ct)
        where TAnswer : IMessage<TAnswer>
    {
        using var channel = GrpcChannel.ForAddress(callback.Target);
        var request = new CallbackInvokeRequest { Token = callback.Token, Request = question.ToByteString() };
        var answer = await channel.CallAsync(CallbacksMethods.Invoke, request, ct).ConfigureAwait(false);
        try
        {
            return parser.ParseFrom(answer.Response);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new GrpcException(
                GrpcStatusCode.Internal, $"The program answered a callback with something that is no {typeof(TAnswer).Name}: {e.Message}", inner: e);
        }
    }

    /// <summary>Refuses a callback that nobody could call.</summary>
    /// <exception cref="GrpcException">It lacks an address or a token.</exception>
    public static Callback Require(Callback? callback, string what) =>
        callback is { Target.Length: > 0, Token.Length: > 0 }
            ? callback
            : throw new GrpcException(GrpcStatusCode.InvalidArgument, $"The {what} cannot be registered: its callback lacks {(callback is { Target.Length: > 0 } ? "a token" : "a target")}.");
}
