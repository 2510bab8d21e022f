using HaIac.Cib.Values;
using HaIac.Operating.Services;
using HaIac.Transport;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using Moq;
using static HaIac.Operating.Tests.Lifecycle.OperatedCluster;

namespace HaIac.Operating.Tests.Lifecycle;

[Category("Tools")]
internal sealed class NativeRestartTests
{
    private const string Daemon = """<clone id="api-clone"><primitive id="api" class="systemd" type="haiac-api"/></clone>""";

    private readonly Mock<INodeWorker> _nodes = new(MockBehavior.Strict);
    private readonly List<string> _done = [];
    private UnitState _unit = new() { Name = "haiac-api", Installed = true, ActiveState = "active", CanReload = true };

    [SetUp]
    public void Script()
    {
        _nodes.Reset();
        _done.Clear();
        _unit = new() { Name = "haiac-api", Installed = true, ActiveState = "active", CanReload = true };
        _nodes.Setup(it => it.UnitsAsync(It.IsAny<NodeName>(), It.IsAny<ValueList<string>>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => [_unit]);
        _nodes.Setup(it => it.ChangeUnitAsync(It.IsAny<NodeName>(), It.IsAny<UnitState>(), It.IsAny<UnitAction>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((NodeName node, UnitState unit, UnitAction action, CancellationToken _) =>
            {
                _done.Add($"{action} {unit.Name} {node}");
                return unit;
            });
    }

    [Test]
    [Property("Correction", "I9")]
    public async Task RestartAsync_UnitCanReload_ReloadsEachNodeInPlace()
    {
        await using var cluster = await ClusterAsync();
        var before = (await cluster.ReadAsync()).Configuration!.ToXml();

        await cluster.Operator.RestartAsync(Service("api"));

        Assert.That(_done, Is.EqualTo(["Reload haiac-api ctl1", "Reload haiac-api ctl2", "Reload haiac-api ctl3"]));
        Assert.That((await cluster.ReadAsync()).Configuration!.ToXml(), Is.EqualTo(before));
    }

    [Test]
    [Property("Correction", "I9")]
    public async Task RestartAsync_UnitCannotReload_IsRestartedByTheCluster()
    {
        _unit = _unit with { CanReload = false };
        await using var cluster = await ClusterAsync();

        var report = await cluster.Operator.RestartAsync(Service("api"), Node("ctl2"));

        Assert.That(_done, Is.Empty);
        Assert.That(report.Steps.Select(step => step.Text), Has.Some.Contains("cannot reload").And.Some.Contains("stopped api on ctl2"));
    }

    [Test]
    [Property("Requirement", "I10")]
    public async Task RestartAsync_InMaintenance_EndsItAfterwards()
    {
        await using var cluster = await ClusterAsync();
        var before = (await cluster.ReadAsync()).Configuration!.ToXml();

        var report = await cluster.Operator.RestartAsync(InMaintenance(), Node("ctl2"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_done, Is.EqualTo(["Restart haiac-api ctl2"]));
            Assert.That(report.Steps.Select(step => step.Text), Has.Some.EqualTo("ctl2 is in maintenance").And.Some.EqualTo("ctl2 is out of maintenance"));
            Assert.That((await cluster.Transport.StatusAsync()).Nodes.Any(node => node.Maintenance), Is.False);
            Assert.That((await cluster.ReadAsync()).FindNode(Node("ctl2"))!.Attributes, Is.Empty, before);
        }
    }

    [Test]
    [Property("Requirement", "I10")]
    public async Task RestartAsync_MaintenanceOfSomebodyElse_StaysOn()
    {
        await using var cluster = await ClusterAsync();
        await cluster.SetOnNodeAsync("ctl2", "maintenance", "true");

        await cluster.Operator.RestartAsync(InMaintenance(), Node("ctl2"));

        Assert.That(_done, Is.EqualTo(["Restart haiac-api ctl2"]));
        Assert.That((await cluster.ReadAsync()).FindNode(Node("ctl2"))!.Attributes.ToString(), Is.EqualTo("maintenance=true"));
    }

    [Test]
    [Property("Requirement", "I10")]
    public async Task RestartAsync_UnitDoesNotComeUp_LeavesTheMaintenanceOnAndTheNextRunEndsIt()
    {
        await using var cluster = await ClusterAsync();
        _nodes.Setup(it => it.ChangeUnitAsync(It.IsAny<NodeName>(), It.IsAny<UnitState>(), UnitAction.Restart, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TransportException(TransportFailure.CommandFailed, "haiac-api did not start.", "node ctl2", "Its binary is missing.", "Install it."));

        var fault = await Faults.OfAsync(() => cluster.Operator.RestartAsync(InMaintenance(), Node("ctl2")));

        Assert.That(fault.Message, Does.StartWith("HAI3409: Service cannot be restarted by the init system").And.Contain("haiac-api did not start").And.Contain("left in maintenance"));
        Assert.That((await cluster.Transport.StatusAsync()).FindNode(Node("ctl2"))!.Maintenance, Is.True);

        Script();
        await cluster.Operator.RestartAsync(InMaintenance(), Node("ctl2"));
        Assert.That((await cluster.ReadAsync()).FindNode(Node("ctl2"))!.Attributes, Is.Empty);
    }

    [Test]
    public async Task RestartAsync_InMaintenanceOfAnAgentWithoutUnit_IsRefused()
    {
        await using var cluster = await WithAsync(Kinds.Clone, around: inner => new WithNodes(inner, _nodes.Object));

        var fault = await Faults.OfAsync(() => cluster.Operator.RestartAsync(InMaintenance(), Node("ctl2")));

        Assert.That(fault.Message, Does.StartWith("HAI3409").And.Contain("ocf:pacemaker:Dummy runs no unit"));
        Assert.That((await cluster.Transport.StatusAsync()).Nodes.Any(node => node.Maintenance), Is.False);
    }

    private Task<OperatedCluster> ClusterAsync() => WithAsync(Daemon, around: inner => new WithNodes(inner, _nodes.Object));

    private static ServiceProfile InMaintenance() => Service("api") with { Restart = new() { PreferReload = false, InMaintenance = true } };

    private sealed class WithNodes(ICibTransport inner, INodeWorker nodes) : WatchedTransport(inner)
    {
        public override INodeWorker Nodes => nodes;
    }
}
