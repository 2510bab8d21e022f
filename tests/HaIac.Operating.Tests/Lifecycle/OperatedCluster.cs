using HaIac.Cib.Documents;
using HaIac.Cib.Nodes;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Services;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;
using HaIac.Transport.Virtual;

namespace HaIac.Operating.Tests.Lifecycle;

/// <summary>A virtual cluster of three nodes with some resources, and an operator of its services.</summary>
internal sealed class OperatedCluster : IAsyncDisposable
{
    private readonly string _directory;
    private readonly CibCommitter _committer;

    private OperatedCluster(string directory, IVirtualCluster transport, Func<ICibTransport, ICibTransport> around, INativeTakeover? takeover)
    {
        _directory = directory;
        Transport = transport;
        Seen = around(transport);
        _committer = new(Seen);
        Parts = new(Seen, _committer, new SettleWatcher(Seen, runsAgents: false, Patience.Short()), TimeProvider.System, takeover);
        Operator = new ServiceOperator(Parts, Progress.Add);
    }

    /// <summary>The cluster itself.</summary>
    public IVirtualCluster Transport { get; }

    /// <summary>The cluster as the operator sees it.</summary>
    public ICibTransport Seen { get; }

    public OperatorParts Parts { get; }

    public IServiceOperator Operator { get; }

    public List<string> Progress { get; } = [];

    /// <summary>Makes the cluster; skips the test where Pacemaker's tools are missing.</summary>
    public static async Task<OperatedCluster> WithAsync(
        string resources, string constraints = "", string options = "stonith-enabled=false", Func<ICibTransport, ICibTransport>? around = null, INativeTakeover? takeover = null)
    {
        Tools.Need();
        var directory = Directory.CreateTempSubdirectory("haiac-operating-").FullName;
        var transport = (IVirtualCluster)CibTransports.Open(ClusterAddress.Parse("virtual:cluster?nodes=ctl1,ctl2,ctl3", directory));
        var cluster = new OperatedCluster(directory, transport, around ?? (same => same), takeover);
        var wanted = Cibs.Of(resources, constraints, string.Concat(options.Split(' ').Select(Cibs.Option)));
        await using var committer = new CibCommitter(transport);
        await committer.CommitAsync([.. wanted.Resources.Concat(wanted.Constraints).Append(wanted.Properties).Select(item => new PutObject(item, null))]);
        return cluster;
    }

    public Task<CibDocument> ReadAsync() => Transport.ReadAsync();

    /// <summary>Brings edits in behind the operator's back.</summary>
    public async Task WriteAsync(params CibEdit[] edits)
    {
        await using var committer = new CibCommitter(Transport);
        await committer.CommitAsync(edits);
    }

    /// <summary>Sets an attribute of a node, as an operator does.</summary>
    public async Task SetOnNodeAsync(string node, string name, string value)
    {
        var entry = (await ReadAsync()).FindNode(Node(node))!;
        await WriteAsync(new PutObject(new NodeAttributes { Id = entry.Id, Attributes = AttributeMap.Of((name, value)) }, null));
    }

    /// <summary>The nodes that run a resource.</summary>
    public async Task<string> PlacesAsync(string resource) => string.Join(' ', (await Transport.StatusAsync()).RunningOn(resource).Select(node => node.Value));

    public async ValueTask DisposeAsync()
    {
        await _committer.DisposeAsync();
        await Transport.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    public static NodeName Node(string name) => NodeName.Parse(name);

    /// <summary>A service whose waits end soon.</summary>
    public static ServiceProfile Service(string name) =>
        new(name) { Waits = new() { Interval = TimeSpan.FromMilliseconds(20), Limit = TimeSpan.FromMinutes(15) } };
}
