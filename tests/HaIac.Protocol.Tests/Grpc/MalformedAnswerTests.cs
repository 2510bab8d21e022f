using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using Microsoft.AspNetCore.Http;

namespace HaIac.Protocol.Tests.Grpc;

/// <summary>What a broken or merely different server answers.</summary>
public sealed class MalformedAnswerTests
{
    [Test]
    public async Task TrailersOnly_Error_IsRead()
    {
        var status = new Status { Code = 9, Message = "x", Details = { Any.Pack(new ErrorCause { Message = "cause" }) } };
        var padded = Convert.ToBase64String(status.ToByteArray());

        var failure = await FailAsync(context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "9";
            context.Response.Headers["grpc-message"] = "not%20ready%3a%20%c3%bc";
            context.Response.Headers["grpc-status-details-bin"] = padded;
            return Task.CompletedTask;
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.FailedPrecondition));
            Assert.That(failure.Detail, Is.EqualTo("not ready: ü"));
            Assert.That(failure.TryGetDetail<ErrorCause>(out var cause) && cause.Message == "cause", Is.True);
        }
    }

    [TestCase("%")]
    [TestCase("%zz")]
    [TestCase("a%4")]
    public async Task Message_WrongEscapes_StayAsTheyAre(string text)
    {
        var failure = await FailAsync(context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "2";
            context.Response.Headers["grpc-message"] = text;
            return Task.CompletedTask;
        });

        Assert.That(failure.Detail, Is.EqualTo(text));
    }

    [Test]
    public async Task Details_NoBase64_DoNotHideTheText()
    {
        var failure = await FailAsync(context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "2";
            context.Response.Headers["grpc-message"] = "why";
            context.Response.Headers["grpc-status-details-bin"] = "***";
            return Task.CompletedTask;
        });

        Assert.That(failure.Detail, Is.EqualTo("why"));
    }

    [TestCase("99")]
    [TestCase("-1")]
    [TestCase("what")]
    public async Task Status_OfNoMeaning_IsUnknown(string status)
    {
        var failure = await FailAsync(context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = status;
            return Task.CompletedTask;
        });

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unknown));
    }

    [TestCase(400, GrpcStatusCode.Internal)]
    [TestCase(401, GrpcStatusCode.Unauthenticated)]
    [TestCase(403, GrpcStatusCode.PermissionDenied)]
    [TestCase(404, GrpcStatusCode.Unimplemented)]
    [TestCase(500, GrpcStatusCode.Unknown)]
    [TestCase(503, GrpcStatusCode.Unavailable)]
    public async Task Http_Error_IsTurnedIntoAStatus(int http, GrpcStatusCode expected)
    {
        var failure = await FailAsync(context =>
        {
            context.Response.StatusCode = http;
            return context.Response.WriteAsync("<html>");
        });

        Assert.That(failure.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task ContentType_OfSomethingElse_IsUnknown()
    {
        var failure = await FailAsync(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<html>");
        });

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unknown));
    }

    private static IEnumerable<TestCaseData> Bodies()
    {
        yield return Case("half a header", [0, 0], GrpcStatusCode.Internal);
        yield return Case("less than the length says", RawCall.Frame(0, 10, [1]), GrpcStatusCode.Internal);
        yield return Case("a length over the limit", RawCall.Frame(0, -1, [1]), GrpcStatusCode.ResourceExhausted);
        yield return Case("compressed", RawCall.Frame(1, 1, [0]), GrpcStatusCode.Unimplemented);
        yield return Case("no protobuf", RawCall.Frame(0, 2, [0xff, 0xff]), GrpcStatusCode.Internal);
        yield return Case("no message", [], GrpcStatusCode.Internal);

        static TestCaseData Case(string name, byte[] body, GrpcStatusCode status) => new(body, status) { TestName = $"Answer_{name}" };
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task Answer_Malformed_IsAStatus(byte[] body, GrpcStatusCode expected)
    {
        var failure = await FailAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(body);
            RawServer.Trailer(context, "grpc-status", "0");
        });

        Assert.That(failure.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task Answer_WithoutStatus_IsUnknown()
    {
        var failure = await FailAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(RawCall.Frame(Echo.Of("a")));
        });

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unknown));
    }

    [Test]
    public async Task Answer_ResetInTheMiddle_IsAStatus()
    {
        var failure = await FailAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(RawCall.Frame(0, 10, [1]));
            context.Abort();
        });

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unavailable).Or.EqualTo(GrpcStatusCode.Cancelled));
    }

    private static async Task<GrpcException> FailAsync(RequestDelegate answer)
    {
        await using var server = await RawServer.StartAsync(answer);
        return await Wait.FailureAsync(GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a")));
    }
}
