using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Misbehaving;

/// <summary>A plugin that is not made with our base and answers what nobody should: the engine says so, keeps what it knows and goes on.</summary>
[Platform(Exclude = "Win", Reason = "The plugin is started by a script of a shell.")]
internal sealed class MalformedAnswerTests
{
    private static readonly (string Name, Value Value, bool IsFine)[] Values =
    [
        ("unknown signature", Marked("0123456789abcdef0123456789abcdef"), false),
        ("empty signature", Marked(""), false),
        ("signature that is no text", Value.ForStruct(new Struct { Fields = { [WireSignatures.Key] = Value.ForNumber(1) } }), false),
        ("secret without value", Marked(WireSignatures.Secret), false),
        ("reference without URN", Marked(WireSignatures.ResourceReference), false),
        ("300 levels", Deep(300), true),
        ("2 000 levels", Deep(2_000), false),
        ("5 MB", Value.ForString(new string('x', 5_000_000)), true),
        ("no kind", new Value(), true),
        ("strange text", Value.ForString("\0\u001b[31m\u2028"), true),
        ("not a number", Value.ForNumber(double.NaN), true),
    ];

    private readonly GrpcServiceTable routes = new();
    private EngineHarness engine = null!;
    private KitPlugin plugin = null!;
    private WrittenProgram? program;
    private Value? odd;
    private string method = "";
    private string? id;

    private static IEnumerable<TestCaseData> Cases() =>
        from method in new[] { "CheckConfig", "Check", "Create", "Update", "Read", "Call", "Construct" }
        from value in Values
        select new TestCaseData(method, value.Value, value.IsFine) { TestName = $"{method}_{value.Name}" };

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        routes
            .Add(ResourceProviderMethods.Handshake, (_, _) => Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true, AcceptOutputs = true }))
            .Add(ResourceProviderMethods.GetPluginInfo, (_, _) => Task.FromResult(new PluginInfo { Version = "1.0.0" }))
            .Add(ResourceProviderMethods.Cancel, (_, _) => Task.FromResult(new Empty()))
            .Add(ResourceProviderMethods.CheckConfig, (r, _) => Task.FromResult(new CheckResponse { Inputs = Odd("CheckConfig", r.News) }))
            .Add(ResourceProviderMethods.Configure, (_, _) => Task.FromResult(new ConfigureResponse { AcceptSecrets = true, SupportsPreview = true }))
            .Add(ResourceProviderMethods.Check, (r, _) => Task.FromResult(new CheckResponse { Inputs = Odd("Check", r.News) }))
            .Add(ResourceProviderMethods.Diff, (_, _) => Task.FromResult(new DiffResponse()))
            .Add(ResourceProviderMethods.Create, (r, _) => Task.FromResult(new CreateResponse { Id = id ?? "1", Properties = Odd("Create", r.Properties) }))
            .Add(ResourceProviderMethods.Update, (r, _) => Task.FromResult(new UpdateResponse { Properties = Odd("Update", r.News) }))
            .Add(ResourceProviderMethods.Read, (r, _) => Task.FromResult(new ReadResponse { Id = r.Id, Properties = Odd("Read", r.Properties), Inputs = r.Inputs }))
            .Add(ResourceProviderMethods.Delete, (_, _) => Task.FromResult(new Empty()))
            .Add(ResourceProviderMethods.Call, (_, _) => Task.FromResult(new CallResponse { Return = Odd("Call", new Struct()) }))
            .Add(ResourceProviderMethods.Construct, (r, _) => Task.FromResult(new ConstructResponse { Urn = $"urn:pulumi:dev::demo::{r.Type}::{r.Name}", State = Odd("Construct", new Struct()) }));
        plugin = await KitPlugin.StartAsync("raw", _ => routes, Directory.CreateTempSubdirectory("haiac-raw-").FullName);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await plugin.DisposeAsync();
        Directory.Delete(plugin.Folder, recursive: true);
    }

    [SetUp]
    public void Begin() => (engine, method, id) = (new EngineHarness(), "", null);

    [TearDown]
    public async Task EndAsync() => await engine.DisposeAsync();

    [TestCaseSource(nameof(Cases))]
    public async Task Answer_IsOdd_IsTakenOrRefusedAndNothingIsLost(string oddMethod, Value value, bool isFine)
    {
        if (oddMethod is not "Create")
        {
            Assert.That((await RunAsync(DeploymentKind.Update, Program("v1", oddMethod))).Succeeded, Is.True, Errors());
        }

        (method, odd) = (oddMethod, value);
        var result = oddMethod == "Read" ? await RunAsync(DeploymentKind.Refresh) : await RunAsync(DeploymentKind.Update, Program("v2", oddMethod));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.EqualTo(isFine), Errors());
            Assert.That(Errors(), Does.Not.Contain("Bug in HaIac"));
            Assert.That(Errors(), isFine ? Is.Empty : Has.Length.InRange(20, 4_000));
            Assert.That(engine.State.PendingOperations, Is.Empty);

            // Only a message that cannot be read at all hides that something was made.
            var thing = engine.State.Resources.SingleOrDefault(r => r.Type == "raw:index:Thing");
            var isRead = !ReferenceEquals(value, Values.Single(v => v.Name == "2 000 levels").Value);
            Assert.That(thing?.Id, Is.EqualTo(oddMethod == "Create" && !isRead ? null : "1"));
            Assert.That(thing?.InitErrors ?? [], !isFine && isRead && (oddMethod is "Create" or "Update") ? Has.Length.EqualTo(1) : Is.Empty);
        }

        method = "";
        Assert.That((await RunAsync(DeploymentKind.Update, Program("v3", oddMethod))).Succeeded, Is.True, Errors());
        Assert.That(engine.State.Resources.Single(r => r.Type == "raw:index:Thing").InitErrors, Is.Empty);
        Assert.That((await RunAsync(DeploymentKind.Destroy)).Succeeded, Is.True, Errors());
    }

    [Test]
    public async Task Create_EmptyId_IsAnErrorOfThatResource()
    {
        id = "";
        var result = await RunAsync(DeploymentKind.Update, Program("v1", ""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.False);
            Assert.That(engine.Events.Events.OfType<DiagnosticEvent>().Count(e => e.Urn.EndsWith("::bad", StringComparison.Ordinal) && e.Message.Contains("HAI1413", StringComparison.Ordinal)), Is.EqualTo(1), Errors());
            Assert.That(engine.State.Resources.Any(r => r.Type == "raw:index:Thing"), Is.False);
        }
    }

    private static Value Marked(string signature) => Value.ForStruct(new Struct { Fields = { [WireSignatures.Key] = Value.ForString(signature) } });

    private static Value Deep(int levels)
    {
        var value = Value.ForString("bottom");
        for (var level = 0; level < levels; level++)
        {
            value = Value.ForStruct(new Struct { Fields = { ["a"] = value } });
        }

        return value;
    }

    private static Func<WrittenProgram.Api, Task> Program(string value, string oddMethod) => async api =>
    {
        await api.RegisterAsync("raw:index:Thing", "bad", request => request.Object = WrittenProgram.Api.Fields(new { value }));
        if (oddMethod == "Call")
        {
            await api.Channel.CallAsync(ResourceMonitorMethods.Call, new ResourceCallRequest { Tok = "raw:index:Thing/m", Args = new Struct() });
        }
        else if (oddMethod == "Construct")
        {
            await api.RegisterAsync("raw:index:Component", "c", request => (request.Custom, request.Remote) = (false, true));
        }
    };

    private Struct Odd(string of, Struct usual)
    {
        if (of != method)
        {
            return usual;
        }

        var answer = usual.Clone();
        answer.Fields["odd"] = odd;
        return answer;
    }

    private Task<DeploymentResult> RunAsync(DeploymentKind kind, Func<WrittenProgram.Api, Task>? body = null) =>
        engine.RunAsync(kind, body is null ? null : program = new WrittenProgram(body), request => request with
        {
            ContinueOnError = true,
            Plugins = new PluginSearch { ProjectDirectory = engine.Folder, ProjectPlugins = [new ProjectPlugin("raw", plugin.Folder)] },
        });

    private string Errors() => string.Join('\n', engine.Events.Errors.Concat(program?.Failures.Select(f => f.Detail) ?? []));
}
