using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;

namespace HaIac.Protocol.Tests.Grpc;

public sealed class StreamTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5000)]
    public async Task Stream_Messages_ComeInOrder(int count)
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().AddStream(Echo.Many, (r, _) => Repeat(r.Value, count)));

        var texts = await CollectAsync(GrpcChannel.ForAddress(server.Address).StreamAsync(Echo.Many, Echo.Of("m")));

        Assert.That(texts, Is.EqualTo(Enumerable.Range(0, count).Select(i => $"m{i}")));
    }

    [Test]
    public async Task Stream_Message_ArrivesBeforeTheStreamEnds()
    {
        var more = new TaskCompletionSource();
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().AddStream(Echo.Many, (_, _) => TwoAsync()));
        await using var messages = GrpcChannel.ForAddress(server.Address).StreamAsync(Echo.Many, Echo.Of("")).GetAsyncEnumerator();

        await Wait.ForAsync(messages.MoveNextAsync().AsTask());
        var first = messages.Current.Value;
        more.SetResult();
        await Wait.ForAsync(messages.MoveNextAsync().AsTask());

        Assert.That(new[] { first, messages.Current.Value }, Is.EqualTo(new[] { "1", "2" }));

        async IAsyncEnumerable<StringValue> TwoAsync()
        {
            yield return Echo.Of("1");
            await more.Task;
            yield return Echo.Of("2");
        }
    }

    [Test]
    public async Task Stream_FailsInTheMiddle_YieldsWhatCameAndThenTheStatus()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().AddStream(Echo.Many, (_, _) => BreakAsync()));
        var texts = new List<string>();

        var failure = await Wait.FailureAsync(ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(texts, Is.EqualTo(new[] { "1" }));
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.DataLoss));
        }

        async Task ReadAsync()
        {
            await foreach (var message in GrpcChannel.ForAddress(server.Address).StreamAsync(Echo.Many, Echo.Of("")))
            {
                texts.Add(message.Value);
            }
        }

        static async IAsyncEnumerable<StringValue> BreakAsync()
        {
            yield return Echo.Of("1");
            await Task.Yield();
            throw new GrpcException(GrpcStatusCode.DataLoss, "lost");
        }
    }

    [Test]
    public async Task Stream_ReaderLeaves_CancelsTheHandler()
    {
        var cancelled = new TaskCompletionSource();
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().AddStream(Echo.Many, (_, ct) => EndlessAsync(ct)));

        await foreach (var _ in GrpcChannel.ForAddress(server.Address).StreamAsync(Echo.Many, Echo.Of("")))
        {
            break;
        }

        await Wait.ForAsync(cancelled.Task);

        async IAsyncEnumerable<StringValue> EndlessAsync([EnumeratorCancellation] CancellationToken ct)
        {
            await using var registration = ct.Register(cancelled.SetResult);
            yield return Echo.Of("1");
            await Task.Delay(Timeout.Infinite, ct);
        }
    }

    [Test]
    public async Task Call_MethodAnswersTwice_IsInternal()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().AddStream(Echo.Text, (r, _) => Repeat("", 2)));

        var failure = await Wait.FailureAsync(GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("")));

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Internal));
    }

    [Test]
    public async Task Call_MethodAnswersNothing_IsInternal()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().AddStream(Echo.Text, (r, _) => Repeat("", 0)));

        var failure = await Wait.FailureAsync(GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("")));

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Internal));
    }

    private static async IAsyncEnumerable<StringValue> Repeat(string prefix, int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Echo.Of($"{prefix}{i}");
        }

        await Task.CompletedTask;
    }

    private static async Task<List<string>> CollectAsync(IAsyncEnumerable<StringValue> messages)
    {
        var texts = new List<string>();
        await foreach (var message in messages)
        {
            texts.Add(message.Value);
        }

        return texts;
    }
}
