using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Tests.Grpc;
using Newtonsoft.Json.Linq;

namespace HaIac.Protocol.Tests.Interop;

/// <summary>Our client against grpc-js, and grpc-js against our server.</summary>
public sealed class NodeInteropTests
{
    private const int Large = 20_000_000;
    private static readonly GrpcMethod<StringValue, StringValue> Waiting =
        new("haiac.test.Echo", "Wait", StringValue.Parser, StringValue.Parser);

    private static readonly GrpcMethod<Status, StringValue> Failing =
        new("haiac.test.Echo", "Fail", Status.Parser, StringValue.Parser);

    private NodeInterop _node = null!;

    [OneTimeSetUp]
    public async Task InstallAsync() => _node = await NodeInterop.InstallAsync();

    [OneTimeTearDown]
    public void Remove() => _node?.Dispose();

    [Test]
    public async Task OurClient_AgainstGrpcJs_GetsEveryKindOfAnswer()
    {
        using var server = _node.Node("server.js");
        var port = await Wait.ForAsync(server.StandardOutput.ReadLineAsync());
        var channel = GrpcChannel.ForAddress($"127.0.0.1:{port}");
        var status = new Status { Code = 9, Message = "x", Details = { Any.Pack(new ErrorCause { Message = "cause" }) } };
        using var caller = new CancellationTokenSource();

        var text = await Wait.ForAsync(channel.CallAsync(Echo.Text, Echo.Of("ünï")));
        var large = await Wait.ForAsync(channel.CallAsync(Echo.Text, Echo.Of(new string('a', Large))));
        var fail = await Wait.FailureAsync(channel.CallAsync(Failing, status));
        var nothing = await Wait.FailureAsync(channel.CallAsync(Echo.Object, new Struct()));
        var late = await Wait.FailureAsync(channel.CallAsync(Waiting, Echo.Of("a"), deadline: TimeSpan.FromMilliseconds(200)));
        var lateSeen = await Wait.ForAsync(server.StandardOutput.ReadLineAsync());
        var waiting = channel.CallAsync(Waiting, Echo.Of("a"), caller.Token);
        await Wait.ForAsync(channel.CallAsync(Echo.Text, Echo.Of("after it on the same connection")));
        await caller.CancelAsync();
        var cancelled = await Wait.FailureAsync(waiting);
        var cancelSeen = await Wait.ForAsync(server.StandardOutput.ReadLineAsync());
        var many = 0;
        await foreach (var message in channel.StreamAsync(Echo.Many, Echo.Of("m")))
        {
            many += message.Value == "m" ? 1 : 0;
        }

        var parallel = await Wait.ForAsync(Task.WhenAll(Enumerable.Range(0, 300).Select(i => channel.CallAsync(Echo.Text, Echo.Of($"{i}")))));
        var open = channel.CallAsync(Waiting, Echo.Of("a"));
        await Wait.ForAsync(channel.CallAsync(Echo.Text, Echo.Of("a")));
        server.Kill();
        var dead = await Wait.FailureAsync(open);
        await server.WaitForExitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text.Value, Is.EqualTo("ünï"));
            Assert.That(large.Value, Has.Length.EqualTo(Large));
            Assert.That(fail.StatusCode, Is.EqualTo(GrpcStatusCode.FailedPrecondition));
            Assert.That(fail.Detail, Is.EqualTo("ünï 100 % → 世界\nnext"));
            Assert.That(fail.TryGetDetail<ErrorCause>(out var cause) && cause.Message == "cause", Is.True);
            Assert.That(nothing.StatusCode, Is.EqualTo(GrpcStatusCode.Unimplemented));
            Assert.That(late.StatusCode, Is.EqualTo(GrpcStatusCode.DeadlineExceeded));
            Assert.That(cancelled.StatusCode, Is.EqualTo(GrpcStatusCode.Cancelled));
            Assert.That(new[] { lateSeen, cancelSeen }, Is.EqualTo(new[] { "cancelled", "cancelled" }));
            Assert.That(many, Is.EqualTo(1000));
            Assert.That(parallel.Select(p => p.Value), Is.EqualTo(Enumerable.Range(0, 300).Select(i => $"{i}")));
            Assert.That(dead.StatusCode, Is.EqualTo(GrpcStatusCode.Unavailable));
        }
    }

    [Test]
    public async Task GrpcJs_AgainstOurServer_GetsEveryKindOfAnswer()
    {
        var stopped = 0;
        var bothStopped = new TaskCompletionSource();
        var detail = new ErrorResourceInitFailed { Id = "vip", Reasons = { "ünï" } };
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable()
            .Add(Echo.Text, (r, _) => Task.FromResult(r))
            .Add(Failing, (_, _) => throw new GrpcException(
                GrpcStatusCode.FailedPrecondition, "ünï 100 % → 世界\nnext", [GrpcException.Pack(detail)]))
            .Add(Waiting, async (r, ct) =>
            {
                await using var registration = ct.Register(() =>
                {
                    if (Interlocked.Increment(ref stopped) == 2)
                    {
                        bothStopped.SetResult();
                    }
                });
                await Task.Delay(Timeout.Infinite, ct);
                return r;
            })
            .AddStream(Echo.Many, (r, _) => Enumerable.Repeat(r, 1000).ToAsyncEnumerable()));

        using var client = _node.Node("client.js", server.Address, Echo.Of("hello").ToByteString().ToBase64(), $"{Large}");
        var stderr = client.StandardError.ReadToEndAsync();
        var result = JObject.Parse(await Wait.ForAsync(client.StandardOutput.ReadLineAsync()) ?? throw new AssertionException(await stderr));
        await Wait.ForAsync(client.WaitForExitAsync());
        await Wait.ForAsync(bothStopped.Task);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool)result["text"]!["same"]!, Is.True);
            Assert.That((bool)result["large"]!["same"]!, Is.True);
            Assert.That((int)result["fail"]!["code"]!, Is.EqualTo(9));
            Assert.That((string?)result["fail"]!["message"], Is.EqualTo("ünï 100 % → 世界\nnext"));
            var status = Status.Parser.ParseFrom(Convert.FromBase64String((string)result["fail"]!["details"]!));
            Assert.That(status.Code, Is.EqualTo(9));
            Assert.That(status.Details.Single().Unpack<ErrorResourceInitFailed>(), Is.EqualTo(detail));
            Assert.That((int)result["nothing"]!["code"]!, Is.EqualTo(12));
            Assert.That((int)result["garbage"]!["code"]!, Is.EqualTo(13));
            Assert.That((int)result["deadline"]!["code"]!, Is.EqualTo(4));
            Assert.That((int)result["cancelled"]!["code"]!, Is.EqualTo(1));
            Assert.That((int)result["many"]!["count"]!, Is.EqualTo(1000));
            Assert.That((int)result["parallel"]!, Is.EqualTo(300));
        }
    }
}
