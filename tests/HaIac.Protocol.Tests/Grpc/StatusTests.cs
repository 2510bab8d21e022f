using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Protocol.Tests.Grpc;

public sealed class StatusTests
{
    private static IEnumerable<GrpcStatusCode> Errors() => System.Enum.GetValues<GrpcStatusCode>().Where(c => c != GrpcStatusCode.Ok);

    private static IEnumerable<TestCaseData> Thrown()
    {
        yield return Case(new NotImplementedException("no such thing"), GrpcStatusCode.Unimplemented, "no such thing");
        yield return Case(new OperationCanceledException(), GrpcStatusCode.Cancelled, "The call was cancelled.");
        yield return Case(new InvalidOperationException("broken"), GrpcStatusCode.Unknown, "broken");

        static TestCaseData Case(Exception e, GrpcStatusCode code, string text) =>
            new(e, code, text) { TestName = $"Handler_Throws_{e.GetType().Name}" };
    }

    [Test]
    public async Task Handler_ThrowsAStatus_CallerGetsItWhole([ValueSource(nameof(Errors))] GrpcStatusCode code)
    {
        var failure = await FailAsync(new GrpcException(code, "why"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(code));
            Assert.That(failure.Detail, Is.EqualTo("why"));
            Assert.That(failure.Details, Is.Empty);
        }
    }

    [TestCaseSource(nameof(Thrown))]
    public async Task Handler_Throws_CallerGetsAStatus(Exception thrown, GrpcStatusCode code, string text)
    {
        var failure = await FailAsync(thrown);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(code));
            Assert.That(failure.Detail, Is.EqualTo(text));
        }
    }

    [TestCase("100 % sure, %41 stays")]
    [TestCase("ünï → 世界 🚀")]
    [TestCase("two\nlines\r\n\ttabbed\0nul")]
    [TestCase(" leading and trailing ")]
    [TestCase("")]
    public async Task Message_AnyText_ComesThrough(string text)
    {
        var failure = await FailAsync(new GrpcException(GrpcStatusCode.Internal, text));

        Assert.That(failure.Detail, Is.EqualTo(text));
    }

    [Test]
    public async Task Details_AreFoundByType()
    {
        var first = new ErrorResourceInitFailed { Id = "vip", Reasons = { "one", "two" } };
        var second = new ErrorCause { Message = "cause" };

        var failure = await FailAsync(new GrpcException(GrpcStatusCode.Unknown, "x", [Any.Pack(first), Any.Pack(second)]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.TryGetDetail<ErrorResourceInitFailed>(out var one) && one.Equals(first), Is.True);
            Assert.That(failure.TryGetDetail<ErrorCause>(out var two) && two.Equals(second), Is.True);
            Assert.That(failure.TryGetDetail<InputPropertiesError>(out _), Is.False);
            Assert.That(failure.Details.Select(d => d.TypeUrl), Does.Contain("type.googleapis.com/pulumirpc.ErrorCause"));
        }
    }

    [Test]
    public void Details_Damaged_CountAsAbsent()
    {
        var damaged = new Any { TypeUrl = "type.googleapis.com/pulumirpc.ErrorCause", Value = Google.Protobuf.ByteString.CopyFrom(0x0a, 0x7f) };
        var failure = new GrpcException(GrpcStatusCode.Unknown, "x", [damaged]);

        Assert.That(failure.TryGetDetail<ErrorCause>(out _), Is.False);
    }

    [TestCase(10_000)]
    [TestCase(100_000)]
    [TestCase(1_000_000)]
    public async Task Details_Large_ComeThrough(int bytes)
    {
        var detail = new ErrorResourceInitFailed { Id = new string('a', bytes) };

        var failure = await FailAsync(new GrpcException(GrpcStatusCode.Unknown, new string('b', bytes), [Any.Pack(detail)]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unknown));
            Assert.That(failure.Detail, Has.Length.EqualTo(bytes));
            Assert.That(failure.TryGetDetail<ErrorResourceInitFailed>(out var got) && got.Equals(detail), Is.True);
        }
    }

    private static async Task<GrpcException> FailAsync(Exception thrown)
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Text, (_, _) => throw thrown));
        return await Wait.FailureAsync(GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a")));
    }
}
