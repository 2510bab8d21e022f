using HaIac.Cib.Documents;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Naming;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;
using HaIac.Transport;
using HaIac.Transport.Failing;

namespace HaIac.Operating.Lifecycle;

/// <summary>Looks at a service: always anew, one status and one CIB right after it (rules G1, M1).</summary>
internal sealed class ServiceObserver(ICibTransport transport, TimeProvider clock)
{
    private readonly OnlineWait _online = new(transport, clock);

    /// <summary>Waits until the cluster is online, then looks.</summary>
    public async Task<ReportInputs> LookAsync(ServiceProfile profile, Action<string> progress, CancellationToken cancellationToken)
    {
        var status = await _online.StatusAsync(profile.Waits, progress, cancellationToken).ConfigureAwait(false);
        var cib = await transport.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new(profile, ServiceResolver.Resolve(profile, cib), cib, status, clock.GetUtcNow());
    }

    /// <summary>Looks at once, whatever state the cluster is in.</summary>
    public async Task<ReportInputs> LookOnceAsync(ServiceProfile profile, CancellationToken cancellationToken)
    {
        CibDocument cib;
        try
        {
            var status = await transport.StatusAsync(cancellationToken).ConfigureAwait(false);
            cib = await transport.ReadAsync(cancellationToken).ConfigureAwait(false);
            return new(profile, ServiceResolver.Resolve(profile, cib), cib, status, clock.GetUtcNow());
        }
        catch (TransportException fault) when (transport.IsVirtual && fault.Kind == TransportFailure.ToolMissing)
        {
            cib = await transport.ReadAsync(cancellationToken).ConfigureAwait(false);
            return new(profile, ServiceResolver.Resolve(profile, cib), cib, null, clock.GetUtcNow());
        }
    }
}
