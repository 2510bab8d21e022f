using System.Collections.Concurrent;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Tests;
using HaIac.Provider.Applying;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;
using HaIac.Transport.Virtual;
using HaIac.Transport;

namespace HaIac.Provider.Tests.Serving;

/// <summary>A virtual cluster in a folder of its own, with real Pacemaker tools, and plugins on it.</summary>
internal sealed class VirtualPlugin : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("haiac-provider-");
    private readonly List<Plugin> _plugins = [];

    private readonly TimeSpan? _grace;
    private readonly Crowd? _crowd;

    private VirtualPlugin(TimeSpan? grace, Crowd? crowd)
    {
        _grace = grace;
        _crowd = crowd;
        Cluster = (IVirtualCluster)CibTransports.Open(ClusterAddress.Parse(Address, _directory.FullName));
    }

    public static string Address => "virtual:cluster?nodes=ctl1,ctl2,ctl3";

    /// <summary>The cluster, looked at beside the plugin.</summary>
    public IVirtualCluster Cluster { get; }

    /// <summary>The units and files of its nodes.</summary>
    public PaperNodes Nodes { get; } = new();

    /// <summary>The plugin that was started first.</summary>
    public Plugin Plugin => _plugins[0];

    /// <summary>Counts the patches of all plugins.</summary>
    public int Patches => _patches;

    /// <summary>What was cleaned up or refreshed.</summary>
    public ConcurrentQueue<string> Cleanups { get; } = new();

    private int _patches;

    /// <summary>Makes a cluster and starts a plugin on it.</summary>
    /// <param name="grace">How long plugins wait for somebody to declare an id; short only where nobody is going to.</param>
    /// <param name="crowd">Holds patches back until it is complete.</param>
    public static async Task<VirtualPlugin> StartAsync(TimeSpan? grace = null, Crowd? crowd = null)
    {
        Tools.Need();
        var made = new VirtualPlugin(grace, crowd);
        await made.AnotherAsync();
        return made;
    }

    /// <summary>One more process of the plugin on the same cluster, as the next command of the engine starts one.</summary>
    /// <param name="operatorState">What the stack configures as <c>haiac:operatorState</c>; null: nothing.</param>
    public async Task<Plugin> AnotherAsync(string? operatorState = null)
    {
        var plugin = await Plugin.StartAsync(Open, Address, _directory.FullName, Plugin.Patience(_grace), operatorState);
        _plugins.Add(plugin);
        return plugin;
    }

    public Task<CibDocument> CibAsync() => Cluster.ReadAsync();

    /// <summary>Writes past the plugin, as another tool does.</summary>
    public async Task WriteAsync(params CibEdit[] edits)
    {
        await using var committer = new CibCommitter(Cluster);
        await committer.CommitAsync(edits);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var plugin in _plugins)
        {
            await plugin.DisposeAsync();
        }

        await Cluster.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private ClusterSession Open(ClusterAddress address, AwaitSettings patience)
    {
        var transport = new CountingTransport(CibTransports.Open(address), PatchingAsync, Cleanups.Enqueue, Nodes);
        var committer = new CibCommitter(transport);
        return new(transport, _crowd?.Watch(committer) ?? committer, patience);
    }

    private Task PatchingAsync()
    {
        Interlocked.Increment(ref _patches);
        return _crowd?.CompleteAsync() ?? Task.CompletedTask;
    }
}
