using HaIac.Cib.Values;
using HaIac.Transport.Agents;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;
using HaIac.Transport.Tooling;

namespace HaIac.Transport.Tests.Agents;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class UnitCatalogTests
{
    private const string Metadata =
        """<resource-agent name="one" version="0.1"><shortdesc lang="en">systemd unit file for one</shortdesc><parameters/><actions><action name="start" timeout="100"/></actions></resource-agent>""";

    private readonly List<string> asked = [];
    private bool broken;

    [Test]
    public async Task FindAsync_ManyListedUnits_CostOneListAndOneMetadata()
    {
        var catalog = Catalog();

        var found = new List<string>();
        foreach (var name in new[] { "one", "two", "three.service" })
        {
            found.Add((await catalog.FindAsync(AgentName.Parse($"systemd:{name}"), CancellationToken.None))!.ShortDescription);
        }

        Assert.That(found, Is.EqualTo(["systemd unit file for one", "systemd unit file for two", "systemd unit file for three.service"]));
        Assert.That(asked.Select(line => string.Join(' ', line.Split(' ').Take(2))), Is.EqualTo(["systemctl list-unit-files", "crm_resource --show-metadata=systemd:one"]));
    }

    [Test]
    public async Task FindAsync_NotListed_IsAskedForByName()
    {
        var catalog = Catalog();

        Assert.That(await catalog.FindAsync(AgentName.Parse("systemd:late"), CancellationToken.None), Is.Not.Null, "installed since, or of a template");
        Assert.That(await catalog.FindAsync(AgentName.Parse("systemd:nowhere"), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task FindAsync_ListingFailed_IsTriedAgainTheNextTime()
    {
        var catalog = Catalog();
        broken = true;
        await Thrown.ByAsync<TransportException>(() => catalog.FindAsync(AgentName.Parse("systemd:one"), CancellationToken.None));

        broken = false;

        Assert.That(await catalog.FindAsync(AgentName.Parse("systemd:one"), CancellationToken.None), Is.Not.Null);
    }

    private UnitCatalog Catalog() => new(new ClusterTools(new Runner(this), new TransportSettings(), "a cluster"));

    private sealed class Runner(UnitCatalogTests test) : ICommandRunner
    {
        public Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken = default)
        {
            test.asked.Add(command.ToString());
            return test.broken
                ? throw new TransportException(TransportFailure.ConnectionLost, "lost", "a cluster", "the network", "again")
                : Task.FromResult(new CommandResult
                {
                    ExitCode = 0,
                    Output = command.Arguments[0] switch
                    {
                        "list-unit-files" => "one.service enabled enabled\ntwo.service static -\nthree.service disabled enabled\n",
                        "show" => command.Arguments[^1] == "late.service" ? "LoadState=loaded\n" : "LoadState=not-found\n",
                        _ => Metadata,
                    },
                });
        }

        public void Distrust(string? node)
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
