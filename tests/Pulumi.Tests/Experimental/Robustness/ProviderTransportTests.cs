using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>Peers that break the rules of the transport.</summary>
public sealed class ProviderTransportTests : MisbehavingFixture
{
    private const string Check = "/pulumirpc.ResourceProvider/Check";
    private static readonly byte[] Valid = ProviderMethods.All.Single(m => m.Name == "Check").Request(new Struct()).ToByteArray();

    [TestCase("/")]
    [TestCase("/pulumirpc.ResourceProvider/")]
    [TestCase("/pulumirpc.ResourceProvider/StreamInvoke")]
    [TestCase("/pulumirpc.ResourceProvider/check")]
    [TestCase("/pulumirpc.ResourceMonitor/Invoke")]
    [TestCase("/Check")]
    public async Task Send_WrongPath_IsUnimplemented(string path)
    {
        var answer = await Client.SendAsync(path, RawClient.Frame(Valid));

        Assert.That((answer.HttpStatus, answer.Status), Is.EqualTo((200, (GrpcStatusCode?)GrpcStatusCode.Unimplemented)));
    }

    [Test]
    public async Task Send_CompressedFrame_IsUnimplemented()
    {
        var answer = await Client.SendAsync(Check, RawClient.Frame(Valid, flag: 1));

        Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.Unimplemented));
    }

    [Test]
    public async Task Send_SeveralFrames_IsRefused()
    {
        var answer = await Client.SendAsync(Check, [.. RawClient.Frame(Valid), .. RawClient.Frame(Valid)]);

        Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.Internal).Or.EqualTo(GrpcStatusCode.Unimplemented));
    }

    [Test]
    public async Task Send_NoFrameOrHalfAFrame_IsRefused()
    {
        var whole = RawClient.Frame(Valid);
        foreach (var body in new[] { [], whole[..3], whole[..5], whole[..^1] })
        {
            var answer = await Client.SendAsync(Check, body);

            Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.Internal).Or.EqualTo(GrpcStatusCode.Unimplemented), $"{body.Length} bytes: {answer.Message}");
        }
    }

    [Test]
    public async Task Send_LengthOverTheLimit_IsResourceExhausted()
    {
        var frame = RawClient.Frame(Valid);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), uint.MaxValue);

        var answer = await Client.SendAsync(Check, frame);

        Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.ResourceExhausted));
    }

    [TestCase("application/json")]
    [TestCase("application/grpcx")]
    [TestCase("text/html")]
    public async Task Send_OtherContentType_IsUnsupportedMediaType(string contentType)
    {
        var answer = await Client.SendAsync(Check, RawClient.Frame(Valid), contentType: contentType);

        Assert.That(answer.HttpStatus, Is.EqualTo((int)HttpStatusCode.UnsupportedMediaType));
    }

    [TestCase("POST /pulumirpc.ResourceProvider/Check HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")]
    [TestCase("GET / HTTP/1.0\r\n\r\n")]
    // Shorter than HTTP/2's opening it would be waited for, as its rest may still come.
    [TestCase("\0\u0001\u0002 nonsense of more than 24 bytes\r\n\r\n")]
    [TestCase("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nthis is no frame of HTTP/2, it only looks long enough")]
    public async Task Connect_NoHttp2_IsClosed(string text)
    {
        using var peer = new TcpClient();
        await peer.ConnectAsync(IPAddress.Loopback, Served.Port);
        var stream = peer.GetStream();

        await stream.WriteAsync(Encoding.Latin1.GetBytes(text));

        // Whatever it says, it says it once and hangs up.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, limit.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset ends the connection just as well.
        }
    }

    [Test]
    public async Task Connect_AndSayNothing_DisturbsNobody()
    {
        using var peer = new TcpClient();
        await peer.ConnectAsync(IPAddress.Loopback, Served.Port);

        var answer = await Client.SendAsync(Check, RawClient.Frame(Valid));

        Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.Ok));
    }

    [Test]
    public async Task Call_AnswerNestedTooDeep_IsInternalAndEndsNothing([Values(999, 1001, 100_000)] int levels)
    {
        Provider.Behaviour = (_, _) => Task.FromResult<object?>(new Pulumi.Experimental.Provider.CheckResponse { Inputs = DeepValue.Of(levels) });

        var answer = await Client.SendAsync(Check, RawClient.Frame(Valid));

        Assert.That(answer.Status, Is.EqualTo(levels < 1000 ? GrpcStatusCode.Ok : GrpcStatusCode.Internal), answer.Message);
    }
}
