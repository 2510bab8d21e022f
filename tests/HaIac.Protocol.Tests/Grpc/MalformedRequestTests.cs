using HaIac.Protocol.Grpc;

namespace HaIac.Protocol.Tests.Grpc;

/// <summary>What a broken caller sends; each time the server must answer with a status and live on.</summary>
public sealed class MalformedRequestTests
{
    private static IEnumerable<TestCaseData> Bodies()
    {
        yield return Case("no frame", [], "13");
        yield return Case("half a header", [0, 0, 0], "13");
        yield return Case("less than the length says", RawCall.Frame(0, 10, [1, 2, 3]), "13");
        yield return Case("a huge length and nothing behind it", RawCall.Frame(0, 400_000_000, [1]), "13");
        yield return Case("a length over the limit", RawCall.Frame(0, ProtobufReading.MaxMessageBytes + 1, [1]), "8");
        yield return Case("a length over 2 GiB", RawCall.Frame(0, -1, [1]), "8");
        yield return Case("compressed", RawCall.Frame(1, 1, [0]), "12");
        yield return Case("no protobuf", RawCall.Frame(0, 3, [0xff, 0xff, 0xff]), "13");
        yield return Case("invalid UTF-8 length", RawCall.Frame(0, 2, [0x0a, 0x7f]), "13");
        yield return Case("two messages", [.. RawCall.Frame(Echo.Of("a")), .. RawCall.Frame(Echo.Of("b"))], "13");
        yield return Case("trailing bytes", [.. RawCall.Frame(Echo.Of("a")), 0, 0], "13");

        static TestCaseData Case(string name, byte[] body, string status) => new(body, status) { TestName = $"Body_{name}" };
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task Body_Malformed_IsAnsweredWithAStatus(byte[] body, string status)
    {
        await using var server = await StartAsync();
        using var client = RawCall.Client();
        using var request = RawCall.Request(server.Address, Echo.Text.Path, body);

        using var response = await Wait.ForAsync(client.SendAsync(request));
        var after = await GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("after"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(200));
            Assert.That(RawCall.Status(response), Is.EqualTo(status));
            Assert.That(after.Value, Is.EqualTo("after"));
        }
    }

    [TestCase("/")]
    [TestCase("/haiac.test.Echo/")]
    [TestCase("/haiac.test.Echo/Nothing")]
    public async Task Path_OfNoMethod_IsUnimplementedOverHttp200(string path)
    {
        await using var server = await StartAsync();
        using var client = RawCall.Client();
        using var request = RawCall.Request(server.Address, path, RawCall.Frame(Echo.Of("a")));

        using var response = await Wait.ForAsync(client.SendAsync(request));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(200));
            Assert.That(RawCall.Status(response), Is.EqualTo("12"));
        }
    }

    [Test]
    public async Task ContentType_OfSomethingElse_IsRefused()
    {
        await using var server = await StartAsync();
        using var client = RawCall.Client();
        using var request = RawCall.Request(server.Address, Echo.Text.Path, RawCall.Frame(Echo.Of("a")), "application/json");

        using var response = await Wait.ForAsync(client.SendAsync(request));

        Assert.That((int)response.StatusCode, Is.EqualTo(415));
    }

    [TestCase("application/grpc+proto")]
    [TestCase("application/grpc;charset=utf-8")]
    public async Task ContentType_WithSuffix_IsTaken(string contentType)
    {
        await using var server = await StartAsync();
        using var client = RawCall.Client();
        using var request = RawCall.Request(server.Address, Echo.Text.Path, RawCall.Frame(Echo.Of("a")));
        request.Content!.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await Wait.ForAsync(client.SendAsync(request));

        Assert.That(RawCall.Status(response), Is.EqualTo("0"));
    }

    private static Task<GrpcServer> StartAsync() =>
        GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Text, (r, _) => Task.FromResult(r)));
}
