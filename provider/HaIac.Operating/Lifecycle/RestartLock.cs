using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Operating.Naming;
using HaIac.Operating.Services;
using HaIac.Transport;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;

namespace HaIac.Operating.Lifecycle;

/// <summary>
/// Lets at most one program restart a service at a time (rule I11): a value with owner and time limit in a set of cluster options of our own. It is taken by
/// a write that fails if the value has changed, so of two that try at once one wins; one whose owner died is taken over after its limit.
/// </summary>
/// <remarks>
/// The limit is a time of day that stands in the value, so the clocks of hosts that restart services should agree to a fraction of it.
/// </remarks>
internal sealed class RestartLock
{
    private readonly ICibTransport _transport;
    private readonly ICibCommitter _committer;
    private readonly TimeProvider _clock;
    private readonly ServiceProfile _profile;
    private readonly string _name;
    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}/{Guid.NewGuid():N}";
    private string _held = "";

    private RestartLock(ICibTransport transport, ICibCommitter committer, TimeProvider clock, ServiceProfile profile, ResolvedService service)
    {
        _transport = transport;
        _committer = committer;
        _clock = clock;
        _profile = profile;
        _name = MarkedIds.Lock(service.Outer.Id);
    }

    /// <summary>Takes the lock; waits while somebody else holds it.</summary>
    /// <exception cref="FindingException">HAI3406: somebody held it all the time that the service's waits allow.</exception>
    public static async Task<RestartLock> TakeAsync(
        ICibTransport transport, ICibCommitter committer, TimeProvider clock, ServiceProfile profile, ResolvedService service, OperationLog log, CancellationToken cancellationToken)
    {
        var taken = new RestartLock(transport, committer, clock, profile, service);
        var began = clock.GetTimestamp();
        var pause = profile.Waits.Interval;
        while (true)
        {
            var live = Value(await transport.ReadAsync(cancellationToken).ConfigureAwait(false), taken._name);
            if (live is null || Ends(live) <= clock.GetUtcNow())
            {
                if (await taken.WriteAsync(live, cancellationToken).ConfigureAwait(false))
                {
                    log.Did("lock", live is null ? $"took the lock {taken._name}" : $"took over the lock {taken._name} of {Owner(live)}, whose time was over");
                    return taken;
                }

                continue;
            }

            if (clock.GetElapsedTime(began) >= profile.Waits.Limit)
            {
                throw new FindingException(Locked(profile, taken._name, live));
            }

            log.Tell($"waiting for {Owner(live)}, who restarts it");
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 3 / 2, profile.Waits.Interval.Ticks * 10));
        }
    }

    /// <summary>Makes the lock last a whole limit from now on: before each further node.</summary>
    /// <exception cref="FindingException">HAI3406: it was over, and somebody else took it.</exception>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (!await WriteAsync(_held, cancellationToken).ConfigureAwait(false))
        {
            var live = Value(await _transport.ReadAsync(cancellationToken).ConfigureAwait(false), _name);
            throw new FindingException(Locked(_profile, _name, live ?? "nobody"));
        }
    }

    /// <summary>Gives the lock back; one that somebody took over is theirs.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _committer.CommitAsync([new RemoveObject(Set(_held))], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is CommitException or TransportException or OperationCanceledException)
        {
            // Another owner's value stands there now, or the cluster cannot be reached: then the lock ends at its time, and what went wrong before is to be told.
        }
    }

    /// <summary>The value of a lock in a CIB; null when it is free.</summary>
    public static string? Value(CibDocument cib, string name) =>
        CibId.TryParse(MarkedIds.Locks, out var id, out _) && cib.Find(id) is ClusterProperties set ? set.Properties.Find(name) : null;

    private async Task<bool> WriteAsync(string? before, CancellationToken cancellationToken)
    {
        var value = $"{_owner} until {(_clock.GetUtcNow() + _profile.Restart.LockLimit).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}";
        try
        {
            await _committer.CommitAsync([new PutObject(Set(value), before is null ? null : Set(before))], cancellationToken).ConfigureAwait(false);
        }
        catch (CommitException)
        {
            return false;
        }

        _held = value;
        return true;
    }

    private ClusterProperties Set(string value) => new() { Id = CibId.Parse(MarkedIds.Locks), Properties = AttributeMap.Of((_name, value)) };

    private static string Owner(string value) => value.Split(" until ")[0];

    /// <summary>When a lock ends. One that cannot be read was not written by us in this form; it is over, or a broken value would lock for ever.</summary>
    private static DateTimeOffset Ends(string value) =>
        value.Split(" until ") is [_, var end] && DateTimeOffset.TryParse(end, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;

    private static Finding Locked(ServiceProfile profile, string name, string live) => new(FindingCode.RestartLocked,
        $"{profile.Name} is not restarted: {Owner(live)} restarts it now.", $"service {profile.Name}; cluster option {name} in {MarkedIds.Locks}",
        "Only one node restarts a service at a time, so that two roll-outs do not take it down together.",
        $"Wait for the other one. If it died, its lock ends by itself after {profile.Restart.LockLimit.TotalMinutes:0.#} min (restart.lockLimit).");
}
