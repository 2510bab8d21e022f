using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;

namespace HaIac.Protocol.Tests.Grpc;

public sealed class UnaryTests
{
    [TestCase("")]
    [TestCase("hello")]
    [TestCase("ünï → 世界 🚀")]
    public async Task Call_Text_ComesBack(string text)
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Text, (r, _) => Task.FromResult(r)));

        var answer = await GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of(text));

        Assert.That(answer.Value, Is.EqualTo(text));
    }

    [TestCase(16 * 1024 * 1024)]
    [TestCase(ProtobufReading.MaxMessageBytes - 16)]
    public async Task Call_OfThatManyBytes_ComesBack(int size)
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Bytes, (r, _) => Task.FromResult(r)));
        var bytes = new byte[size];
        new Random(1).NextBytes(bytes);
        var request = new BytesValue { Value = UnsafeByteOperations.UnsafeWrap(bytes) };

        var answer = await Wait.ForAsync(GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Bytes, request));

        Assert.That(answer.Value.Span.SequenceEqual(bytes), Is.True);
    }

    [Test]
    public async Task Call_RequestOverTheLimit_IsRefusedBeforeItIsSent()
    {
        var called = false;
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Bytes, (r, _) =>
        {
            called = true;
            return Task.FromResult(r);
        }));
        var request = new BytesValue { Value = UnsafeByteOperations.UnsafeWrap(new byte[ProtobufReading.MaxMessageBytes + 1]) };

        var failure = await Wait.FailureAsync(GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Bytes, request));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.ResourceExhausted));
            Assert.That(failure.Detail, Does.Contain("419430400"));
            Assert.That(called, Is.False);
        }
    }

    [Test]
    public async Task Call_AnswerOverTheLimit_IsResourceExhausted()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(
            Echo.Bytes,
            (_, _) => Task.FromResult(new BytesValue
            {
                Value = UnsafeByteOperations.UnsafeWrap(new byte[ProtobufReading.MaxMessageBytes + 1]),
            })));

        var failure = await Wait.FailureAsync(GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Bytes, new BytesValue()));

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.ResourceExhausted));
    }

    [TestCase(300)]
    [TestCase(ProtobufReading.MaxNesting - 10)]
    public async Task Call_NestedObjects_ComeBack(int levels)
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Object, (r, _) => Task.FromResult(r)));
        var request = Nested(levels);

        var answer = await GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Object, request);

        Assert.That(answer.ToByteString(), Is.EqualTo(request.ToByteString()));
    }

    [Test]
    public async Task Call_NestedWithoutEnd_FailsAndTheServerLivesOn()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Object, (r, _) => Task.FromResult(r)));
        var channel = GrpcChannel.ForAddress(server.Address);

        var failure = await Wait.FailureAsync(channel.CallAsync(Echo.Object, Nested(ProtobufReading.MaxNesting)));
        var after = await channel.CallAsync(Echo.Object, Nested(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Internal));
            Assert.That(after, Is.EqualTo(Nested(1)));
        }
    }

    [Test]
    public async Task Call_UnknownMethod_IsUnimplemented()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable());

        var failure = await Wait.FailureAsync(GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unimplemented));
            Assert.That(failure.Detail, Does.Contain("/haiac.test.Echo/Text"));
        }
    }

    [Test]
    public async Task Call_WebServerSettingsInTheEnvironment_DoNotMatter()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://127.0.0.1:1;https://127.0.0.1:2");
        try
        {
            await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Text, (r, _) => Task.FromResult(r)));

            Assert.That((await GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a"))).Value, Is.EqualTo("a"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);
        }
    }

    [Test]
    public async Task Server_StartedAndFailing_WritesNothingToStandardOutput()
    {
        var stdout = Console.Out;
        using var captured = new StringWriter();
        Console.SetOut(captured);
        try
        {
            await using var server = await GrpcServer.StartAsync(
                new GrpcServiceTable().Add(Echo.Text, (_, _) => throw new InvalidOperationException("x")));
            await Wait.FailureAsync(GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of("a")));
        }
        finally
        {
            Console.SetOut(stdout);
        }

        Assert.That(captured.ToString(), Is.Empty);
    }

    [Test]
    public async Task Channel_NobodyListens_IsUnavailable()
    {
        string address;
        await using (var server = await GrpcServer.StartAsync(new GrpcServiceTable()))
        {
            address = server.Address;
        }

        var failure = await Wait.FailureAsync(GrpcChannel.ForAddress(address).CallAsync(Echo.Text, Echo.Of("a")));

        Assert.That(failure.StatusCode, Is.EqualTo(GrpcStatusCode.Unavailable));
    }

    [Test]
    public async Task Channel_LongTextsEitherWay_AreNotCut()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServiceTable().Add(Echo.Text, (r, _) => Task.FromResult(r)));
        var text = new StringBuilder().Append('a', 3_000_000).ToString();

        var answer = await Wait.ForAsync(GrpcChannel.ForAddress(server.Address).CallAsync(Echo.Text, Echo.Of(text)));

        Assert.That(answer.Value, Is.EqualTo(text));
    }

    private static Struct Nested(int levels)
    {
        var value = new Struct { Fields = { ["leaf"] = Value.ForBool(true) } };
        for (var i = 0; i < levels; i++)
        {
            value = new Struct { Fields = { ["a"] = Value.ForStruct(value) } };
        }

        return value;
    }
}
