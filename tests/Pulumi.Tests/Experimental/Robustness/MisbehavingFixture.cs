using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>One provider for all tests of a fixture: it must live through everything that they do to it.</summary>
public abstract class MisbehavingFixture
{
    private protected MisbehavingProvider Provider { get; } = new();

    private protected ServedProvider Served { get; private set; } = null!;

    private protected RawClient Client { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Served = await ServedProvider.StartAsync(factory: _ => Provider);
        Client = new RawClient(Served.Port);
    }

    [SetUp]
    public void Behave() => Provider.Behaviour = MisbehavingProvider.Well;

    [TearDown]
    public async Task LivesOnAsync()
    {
        Provider.Behaviour = MisbehavingProvider.Well;
        foreach (var method in ProviderMethods.All.Where(m => m.Name is "Check" or "Configure"))
        {
            var next = await Client.CallAsync(method.Name, method.Request(new Struct()));
            Assert.That(next.Status, Is.EqualTo(GrpcStatusCode.Ok), $"the next {method} fails: {next.Message}");
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        Client.Dispose();
        await Served.DisposeAsync();
    }
}
