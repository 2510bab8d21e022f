using HaIac.Provider.Applying;
using HaIac.Operating.Awaiting;
using HaIac.Provider.Serving;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;
using Provider = Pulumi.Experimental.Provider.Provider;

// The composition root of the plugin: the engine starts it with its own address, and it prints its port.
HaIacProvider? provider = null;
try
{
    await Provider.Serve(
        args, null, engine => provider = new HaIacProvider(engine, Open, Directory.GetCurrentDirectory(), new AwaitSettings()), CancellationToken.None).ConfigureAwait(false);
}
finally
{
    if (provider is not null)
    {
        await provider.DisposeAsync().ConfigureAwait(false);
    }
}

return 0;

static ClusterSession Open(ClusterAddress address, AwaitSettings patience)
{
    var transport = CibTransports.Open(address);
    return new(transport, new CibCommitter(transport), patience);
}
