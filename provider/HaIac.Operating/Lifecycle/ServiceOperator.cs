using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Reporting;
using HaIac.Operating.Services;
using HaIac.Transport.Failing;

namespace HaIac.Operating.Lifecycle;

/// <summary>Operates the services of one cluster.</summary>
/// <param name="parts">The cluster and what works on it.</param>
/// <param name="progress">Is told what is going on, line by line; null: nobody is.</param>
internal sealed class ServiceOperator(OperatorParts parts, Action<string>? progress = null) : IServiceOperator
{
    private readonly ServiceStart _start = new(parts);

    /// <inheritdoc/>
    public async Task<ServiceReport> StatusAsync(ServiceProfile profile, NodeName? node = null, StatusScope? scope = null, CancellationToken cancellationToken = default)
    {
        var log = Log("status", profile);
        var seen = await parts.Observer.LookAsync(profile, log.Tell, cancellationToken).ConfigureAwait(false);
        if (profile.Takeover.OnRefresh)
        {
            await _start.TakeOverAsync(seen, node, log, cancellationToken).ConfigureAwait(false);
        }

        if (await parts.Cleanup.IfAsync(profile.Cleanup.OnStatus, seen, node, log, cancellationToken).ConfigureAwait(false))
        {
            seen = await parts.Observer.LookAsync(profile, log.Tell, cancellationToken).ConfigureAwait(false);
        }

        return ServiceReporter.Of(seen, node, scope);
    }

    /// <inheritdoc/>
    public Task<OperationReport> StartAsync(ServiceProfile profile, NodeName? node = null, CancellationToken cancellationToken = default) =>
        RunAsync("start", profile, log => _start.RunAsync(profile, node, log, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<OperationReport> StopAsync(ServiceProfile profile, NodeName? node = null, CancellationToken cancellationToken = default) =>
        RunAsync("stop", profile, log => new ServiceStop(parts, _start).RunAsync(profile, node, log, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<OperationReport> RestartAsync(ServiceProfile profile, NodeName? node = null, bool rolling = true, CancellationToken cancellationToken = default) =>
        RunAsync("restart", profile, log => new ServiceRestart(parts, _start, new(parts)).RunAsync(profile, node, rolling, log, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<OperationReport> EnableAsync(ServiceProfile profile, CancellationToken cancellationToken = default) =>
        RunAsync("enable", profile, log => SetManagedAsync(profile, true, log, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<OperationReport> DisableAsync(ServiceProfile profile, CancellationToken cancellationToken = default) =>
        RunAsync("disable", profile, log => SetManagedAsync(profile, false, log, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<OperationReport> CleanupAsync(ServiceProfile profile, NodeName? node = null, CancellationToken cancellationToken = default) =>
        RunAsync(
            "cleanup",
            profile,
            async log =>
            {
                var seen = await parts.Observer.LookAsync(profile, log.Tell, cancellationToken).ConfigureAwait(false);
                _ = ServiceReporter.Of(seen, node);
                await parts.Cleanup.RunAsync(seen, node, refresh: false, log, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    private async Task SetManagedAsync(ServiceProfile profile, bool managed, OperationLog log, CancellationToken cancellationToken)
    {
        var seen = await parts.Observer.LookAsync(profile, log.Tell, cancellationToken).ConfigureAwait(false);
        var wrote = await parts.Writer.WriteAsync(cib => managed ? MetaPlan.Manage(cib, profile) : MetaPlan.Unmanage(cib, profile), cancellationToken).ConfigureAwait(false);
        var state = managed ? "managed by the cluster" : "left alone by the cluster";
        log.Did("managed", wrote ? $"{seen.Service.Target.Id} is {state} now" : $"{seen.Service.Target.Id} was {state} already", wrote);
        if (managed && seen.Status?.MaintenanceMode == true)
        {
            log.Warn(new(FindingCode.KeptOnPurpose, "The whole cluster is in maintenance mode, so nothing is managed yet.", "cluster option maintenance-mode",
                "Somebody put the cluster in maintenance; that is not for the enabling of one service to undo.", "End the maintenance when its work is done."));
        }
    }

    /// <summary>Runs an operation and looks at the service afterwards; a failure carries what was done until then.</summary>
    private async Task<OperationReport> RunAsync(string operation, ServiceProfile profile, Func<OperationLog, Task> run, CancellationToken cancellationToken)
    {
        var log = Log(operation, profile);
        try
        {
            await run(log).ConfigureAwait(false);
        }
        catch (FindingException fault) when (fault.Report is null)
        {
            throw new FindingException(fault.Finding) { Report = log.Report(await AfterAsync(profile, cancellationToken).ConfigureAwait(false)) };
        }

        return log.Report(await AfterAsync(profile, cancellationToken).ConfigureAwait(false));
    }

    private async Task<ServiceReport?> AfterAsync(ServiceProfile profile, CancellationToken cancellationToken)
    {
        try
        {
            return ServiceReporter.Of(await parts.Observer.LookOnceAsync(profile, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception fault) when (fault is TransportException or FindingException)
        {
            return null; // The operation is done; that its outcome cannot be looked at is no failure of it.
        }
    }

    private OperationLog Log(string operation, ServiceProfile profile) => new(operation, profile.Name, progress ?? (_ => { }));
}
