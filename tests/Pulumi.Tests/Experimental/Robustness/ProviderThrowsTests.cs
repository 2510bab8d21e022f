using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>Every method times every failure: each answers with the right status and one text, and the next call works.</summary>
public sealed class ProviderThrowsTests : MisbehavingFixture
{
    private static readonly (string Name, Func<Exception> Make, GrpcStatusCode Status, string Text)[] Thrown =
    [
        ("ordinary", () => new InvalidOperationException("boom"), GrpcStatusCode.Internal, "{0} failed: boom (InvalidOperationException)"),
        ("NullReference", () => new NullReferenceException("x"), GrpcStatusCode.Internal, "{0} failed: x (NullReferenceException)"),
        ("OutOfMemory", () => new OutOfMemoryException("x"), GrpcStatusCode.Internal, "{0} failed: x (OutOfMemoryException)"),
        ("Timeout", () => new TimeoutException("x"), GrpcStatusCode.Internal, "{0} failed: x (TimeoutException)"),
        ("invalid input", () => new ProviderException(ProviderFailureKind.InvalidInput, "a\nb"), GrpcStatusCode.InvalidArgument, "a\nb"),
        ("not found", () => new ProviderException(ProviderFailureKind.NotFound, "x"), GrpcStatusCode.NotFound, "x"),
        ("precondition", () => new ProviderException(ProviderFailureKind.Precondition, "x"), GrpcStatusCode.FailedPrecondition, "x"),
        ("unavailable", () => new ProviderException(ProviderFailureKind.Unavailable, "x"), GrpcStatusCode.Unavailable, "x"),
        ("timed out", () => new ProviderException(ProviderFailureKind.TimedOut, "x"), GrpcStatusCode.DeadlineExceeded, "x"),
        ("unknown", () => new ProviderException(ProviderFailureKind.Unknown, "x"), GrpcStatusCode.Unknown, "x"),
        ("kind out of range", () => new ProviderException((ProviderFailureKind)99, "x"), GrpcStatusCode.Unknown, "x"),
        ("ProviderException without text", () => new ProviderException(ProviderFailureKind.NotFound, ""), GrpcStatusCode.NotFound, "ProviderException"),
        ("InputProperties", () => new InputPropertiesException("x", [new PropertyError("a", "b")]), GrpcStatusCode.InvalidArgument, "x"),
        ("InputProperties null", () => new InputPropertiesException("x", null!), GrpcStatusCode.Internal,
            "{0} failed: x (InputPropertiesException); more of it cannot be told: "),
        ("InputProperties null parts", () => new InputPropertiesException("x", [new PropertyError(null!, null!)]), GrpcStatusCode.InvalidArgument, "x"),
        ("MissingConfiguration", () => new MissingConfigurationException(new Dictionary<string, string> { ["k"] = null! }),
            GrpcStatusCode.InvalidArgument, "Missing configuration: k"),
        ("ResourceInitialization", () => new ResourceInitializationException("1", new Dictionary<string, PropertyValue>(), ["r"]),
            GrpcStatusCode.Unknown, "Resource \"1\" exists but is not healthy: r"),
        ("ResourceInitialization null", () => new ResourceInitializationException("1", null!, ["r"]), GrpcStatusCode.Internal,
            "{0} failed: Resource \"1\" exists but is not healthy: r (ResourceInitializationException); more of it cannot be told: "),
        ("OperationCanceled", () => new OperationCanceledException("x"), GrpcStatusCode.Cancelled, "{0} was cancelled."),
        ("several OperationCanceled", () => new AggregateException(new OperationCanceledException(), new TaskCanceledException()),
            GrpcStatusCode.Cancelled, "{0} was cancelled."),
        ("NotImplemented", () => new NotImplementedException("not here"), GrpcStatusCode.Unimplemented, "not here"),
        ("Aggregate of one", () => new AggregateException(new AggregateException(new ProviderException(ProviderFailureKind.NotFound, "x"))),
            GrpcStatusCode.NotFound, "x"),
        ("Aggregate of two", () => new AggregateException(new ArgumentException("a"), new IOException("b")), GrpcStatusCode.Internal,
            "{0} failed: One or more errors occurred. (a) (b) (AggregateException)"),
        ("TypeInitialization", () => new TypeInitializationException("T", new FormatException("bad default")), GrpcStatusCode.Internal,
            "{0} failed: bad default (FormatException)"),
        ("TargetInvocation", () => new TargetInvocationException(new ProviderException(ProviderFailureKind.NotFound, "x")), GrpcStatusCode.NotFound, "x"),
        ("status", () => new GrpcException(GrpcStatusCode.DataLoss, "x"), GrpcStatusCode.DataLoss, "x"),
        ("status OK", () => new GrpcException(GrpcStatusCode.Ok, "x"), GrpcStatusCode.Internal, "x"),
        ("null message", () => new SilentException(throws: false), GrpcStatusCode.Internal, "{0} failed: SilentException"),
        ("throwing message", () => new SilentException(throws: true), GrpcStatusCode.Internal, "{0} failed: SilentException"),
        ("10 MB message", () => new InvalidOperationException(new string('x', 10_000_000)), GrpcStatusCode.Internal, "{0} failed: xxxxxxxxxx"),
        ("10 MB message for the user", () => new ProviderException(ProviderFailureKind.NotFound, new string('ü', 10_000_000)), GrpcStatusCode.NotFound, "üüüü"),
        ("control characters", () => new InvalidOperationException("a\0\r\n\t\u001b[31mb\u2028ü\ud800"), GrpcStatusCode.Internal, "{0} failed: a [31mb ü"),
    ];

    private static IEnumerable<TestCaseData> Failures() =>
        from method in ProviderMethods.All
        from failure in Thrown
        from later in new[] { false, true }
        select new TestCaseData(method, failure.Make, failure.Status, string.Format(failure.Text, method), later)
        {
            TestName = $"{method}_{(later ? "FaultedTask" : "Throws")}_{failure.Name}",
        };

    [TestCaseSource(nameof(Failures))]
    public async Task Call_ProviderThrows_AnswersStatus(ProviderMethod method, Func<Exception> make, GrpcStatusCode status, string text, bool later)
    {
        Provider.Behaviour = (_, _) => later ? Later(make()) : throw make();

        var answer = await Client.CallAsync(method.Name, method.Request(new Struct()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.HttpStatus, Is.EqualTo(200));
            Assert.That(answer.Status, Is.EqualTo(status));
            Assert.That(answer.Message, Does.StartWith(text));
            Assert.That(answer.Message, Has.Length.LessThan(40_000));
            Assert.That(answer.Message, Does.Not.Contain("   at "));
        }

        static async Task<object?> Later(Exception exception)
        {
            await Task.Yield();
            throw exception;
        }
    }

    [TestCaseSource(typeof(ProviderMethods), nameof(ProviderMethods.All))]
    public async Task Call_ProviderGivesNoTask_IsInternal(ProviderMethod method)
    {
        Task<object?>? none = null;
        Provider.Behaviour = (_, _) => none;

        var answer = await Client.CallAsync(method.Name, method.Request(new Struct()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.Internal));
            Assert.That(answer.Message, Is.EqualTo($"{method} failed: the provider gave null where a task belongs (InvalidOperationException)"));
        }
    }

    [TestCaseSource(typeof(ProviderMethods), nameof(ProviderMethods.All))]
    public async Task Call_ProviderAnswersNull_IsInternal(ProviderMethod method)
    {
        Provider.Behaviour = (_, _) => Task.FromResult<object?>(null);

        var answer = await Client.CallAsync(method.Name, method.Request(new Struct()));

        // A delete and a cancel have no answer that could be missing.
        Assert.That(answer.Status, Is.EqualTo(method.Name is "Delete" or "Cancel" ? GrpcStatusCode.Ok : GrpcStatusCode.Internal), answer.Message);
    }

    [TestCaseSource(typeof(ProviderMethods), nameof(ProviderMethods.All))]
    public async Task Call_ProviderBehaves_IsAnswered(ProviderMethod method)
    {
        var answer = await Client.CallAsync(method.Name, method.Request(new Struct()));

        Assert.That(answer.Status, Is.EqualTo(GrpcStatusCode.Ok), answer.Message);
    }

    [Test]
    public void Table_OfMethods_HasEveryMethodOfTheClassAndOfTheProtocol()
    {
        var table = ProviderMethods.All.Select(m => m.Name).ToArray();
        var ofClass = typeof(Pulumi.Experimental.Provider.Provider)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.IsVirtual).Select(m => m.Name);
        var ofProtocol = typeof(ResourceProviderMethods).GetFields().Select(f => f.Name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table, Is.EquivalentTo(ofClass));

            // These two are answered without the provider.
            Assert.That(table.Concat(["GetPluginInfo", "Attach"]), Is.EquivalentTo(ofProtocol));
        }
    }
}
