using System.Collections.Immutable;
using System.Net.Sockets;
using HaIac.Labs.Clusters;
using HaIac.Labs.Networking;
using HaIac.Labs.Registry;

namespace HaIac.Labs;

/// <summary>
/// A real Pacemaker cluster on this host. Started by <see cref="StartAsync"/>, taken down by disposing it; when its
/// process dies first, the next start of any lab removes it. Several may run side by side.
/// </summary>
public sealed class Lab : IAsyncDisposable
{
    private readonly LabRecord _record;
    private readonly FileStream? _owner;

    internal Lab(LabRecord record, FileStream? owner, ImmutableArray<LabNode> nodes)
    {
        _record = record;
        _owner = owner;
        Nodes = nodes;
    }

    /// <summary>The lab's id, part of the name of everything it made on the host.</summary>
    public string Id => _record.Id;

    /// <summary>The nodes, in the order of their addresses.</summary>
    public ImmutableArray<LabNode> Nodes { get; }

    /// <summary>The address of the cluster as HaIac's configuration <c>haiac:cluster</c> takes it.</summary>
    public string SshAddress => SshAddressOf(Nodes);

    /// <summary>The private key that may log in as root.</summary>
    public string IdentityFile => _record.Names.IdentityFile;

    /// <summary>The known-hosts file with the nodes' keys.</summary>
    public string KnownHostsFile => _record.Names.KnownHostsFile;

    /// <summary>An address for a virtual IP; <see cref="FreeAddress"/> gives more.</summary>
    public string VirtualAddress => FreeAddress(0);

    /// <summary>The length of the network's prefix, which IPaddr2 calls cidr_netmask.</summary>
    public int PrefixLength => LabSubnet.PrefixLength;

    /// <summary>The node of that name.</summary>
    public LabNode this[string name] => Nodes.FirstOrDefault(node => node.Name == name)
        ?? throw new LabException($"The lab has no node '{name}'. It has {string.Join(", ", Nodes.Select(node => node.Name))}.");

    /// <summary>Starts a lab and waits until its cluster has quorum. About half a minute; minutes when the root file system is not built yet.</summary>
    /// <exception cref="LabException">The host lacks something, or the cluster did not form; nothing is left behind.</exception>
    public static Task<Lab> StartAsync(LabOptions? options = null, CancellationToken ct = default) =>
        LabStarter.StartAsync(options ?? new LabOptions(), ct);

    /// <summary>Waits for a condition, asking for it several times a second.</summary>
    /// <param name="what">The condition in words, for the error: "it is still not so that …".</param>
    /// <param name="condition">Answers whether it holds. A <see cref="LabException"/> counts as "not yet".</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="ct">Ends the waiting early.</param>
    /// <exception cref="LabException">The limit passed.</exception>
    public static Task WaitUntilAsync(string what, Func<CancellationToken, Task<bool>> condition, TimeSpan limit, CancellationToken ct = default) =>
        Waiting.UntilAsync(what, condition, limit, ct);

    /// <summary>Whether something accepts a connection within a second.</summary>
    public static async Task<bool> AnswersAsync(string address, int port, CancellationToken ct = default)
    {
        using TcpClient client = new();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            await client.ConnectAsync(address, port, limit.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>The address of a cluster of only these nodes, in this order, as <see cref="SshAddress"/> has it.</summary>
    public string SshAddressOf(IEnumerable<LabNode> nodes) =>
        $"ssh://root@{string.Join(',', nodes.Select(node => node.Address))}?identity={IdentityFile}&knownHosts={KnownHostsFile}";

    /// <summary>An address of the lab's network that nobody has.</summary>
    /// <param name="index">0 to 99.</param>
    public string FreeAddress(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, 99);
        return _record.Subnet.Address(LabSubnet.FirstFree + index);
    }

    /// <summary>Waits until every node that has power is a member of one cluster with quorum and a coordinator.</summary>
    /// <exception cref="LabException">The limit passed; the message holds what the cluster said last.</exception>
    public Task WaitForQuorumAsync(TimeSpan limit, CancellationToken ct = default)
    {
        ImmutableArray<LabNode> running = [.. Nodes.Where(node => node.IsRunning)];
        return ClusterView.WaitForAsync(
            $"{string.Join(", ", running.Select(node => node.Name))} form a cluster with quorum",
            running, view => view.HasQuorum && running.All(node => view.Online.Contains(node.Name)), limit, ct);
    }

    /// <summary>What the cluster says of itself, asked on the first node that runs.</summary>
    public Task<ClusterView> ViewAsync(CancellationToken ct = default) =>
        ClusterView.ReadAsync(Nodes.FirstOrDefault(node => node.IsRunning) ?? throw new LabException("No node of the lab runs."), ct);

    /// <summary>
    /// Removes every resource, constraint and failure from the cluster and waits until all is stopped, so that tests
    /// which share a lab each start with an empty one. Cluster options stay.
    /// </summary>
    public Task EmptyAsync(CancellationToken ct = default) => ClusterCleaner.EmptyAsync(this, ct);

    /// <summary>Takes the lab down and removes all it made on the host, unless it was started to be kept.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_owner is not null && !_record.Kept)
        {
            await TakeDownAsync();
        }
        else if (_owner is not null)
        {
            await _owner.DisposeAsync();
        }
    }

    /// <summary>Takes the lab down, kept or not.</summary>
    internal async Task TakeDownAsync()
    {
        // Not to be cancelled: half a take-down helps nobody.
        await LabRegistry.RemoveAsync(_record.Names, CancellationToken.None);
        if (_owner is not null)
        {
            await _owner.DisposeAsync();
        }
    }
}
