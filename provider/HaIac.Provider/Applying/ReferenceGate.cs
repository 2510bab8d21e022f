namespace HaIac.Provider.Applying;

/// <summary>
/// Lets calls wait for one another's ids. Registrations come in any order, so a constraint may arrive before the resource that it names, and a
/// delete before that of the constraint on it. Whoever waits here goes on as soon as the other call is on its way, so that both land in one write.
/// </summary>
/// <remarks>
/// There is no limit in time while other calls are at work: one of them may be what the missing id depends on. When all that are left are
/// waiting, and nothing has come in for the grace period, nobody is going to declare it.
/// </remarks>
internal sealed class ReferenceGate(TimeProvider clock, TimeSpan grace)
{
    private static readonly HashSet<string> s_nothing = [];
    private readonly TimeProvider _clock = clock;
    private readonly TimeSpan _grace = grace;
    private readonly Lock _gate = new();
    private readonly List<Pass> _passes = [];
    private readonly HashSet<string> _present = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = NewSignal();
    private HashSet<string>? _coming;
    private HashSet<string>? _leaving;
    private long _lastEvent = clock.GetTimestamp();

    /// <summary>Something came in from the engine: the program is still at work.</summary>
    public void Touch()
    {
        lock (_gate)
        {
            Signal();
        }
    }

    /// <summary>A call that writes nothing but keeps the engine busy, such as a check: what follows from it is still to come.</summary>
    public IDisposable Work() => Enter([], [], []);

    /// <summary>A call that is about to write.</summary>
    /// <param name="provides">Ids that will exist when it has written.</param>
    /// <param name="needs">Ids that must exist when it writes.</param>
    /// <param name="removes">Ids that will be gone when it has written.</param>
    /// <param name="awaitsRemovals">
    /// It finds out later whose removal it has to wait for, and asks for <see cref="Pass.RemovedAsync"/> then. Until that is met nobody counts on
    /// what it removes: it may itself wait for a call that is not here yet.
    /// </param>
    public Pass Enter(IEnumerable<string> provides, IEnumerable<string> needs, IEnumerable<string> removes, bool awaitsRemovals = false)
    {
        var own = provides.ToHashSet(StringComparer.Ordinal);
        var pass = new Pass(this, own, [.. needs.Where(id => !own.Contains(id))], removes.ToHashSet(StringComparer.Ordinal), awaitsRemovals ? null : []);
        lock (_gate)
        {
            _passes.Add(pass);
            _present.ExceptWith(pass.Removes);
            Signal();
        }

        return pass;
    }

    /// <summary>Ids that were seen in the cluster.</summary>
    public void Saw(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            _present.UnionWith(ids.Where(id => !_passes.Exists(pass => pass.Removes.Contains(id))));
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        Recount();
        _lastEvent = _clock.GetTimestamp();
        Wake();
    }

    private void Recount()
    {
        _coming = null;
        _leaving = null;
    }

    /// <summary>Lets all who wait look again, though nothing has come in: whether others are at work has changed.</summary>
    private void Wake()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }

    /// <summary>The ids that will exist, worked out once per change however many calls wait.</summary>
    private HashSet<string> Coming() => _coming ??= ComingIds.Of(_present, [.. _passes.Where(pass => !pass.Left).Select(pass => (pass.Provides, pass.Needs))]);

    /// <summary>The ids that calls under way take out: those calls that need not wait for others, or only for such as go on as well.</summary>
    private HashSet<string> Leaving() => _leaving ??=
        ComingIds.Of(s_nothing, [.. from pass in _passes where pass.Awaits is not null select (pass.Removes, pass.Awaits)]);

    /// <summary>One call on its way through the gate; disposing it ends the call.</summary>
    internal sealed class Pass(ReferenceGate gate, HashSet<string> provides, HashSet<string> needs, HashSet<string> removes, IReadOnlyCollection<string>? awaits) : IDisposable
    {
        private bool _landed;

        public IReadOnlyCollection<string> Provides => provides;

        public IReadOnlyCollection<string> Needs => needs;

        public IReadOnlyCollection<string> Removes => removes;

        /// <summary>The ids whose removal it waits for; null while it does not know them yet.</summary>
        public IReadOnlyCollection<string>? Awaits { get; private set; } = awaits;

        public bool Left { get; private set; }

        /// <summary>It waits for others, or has given that up: nothing will come of it.</summary>
        public bool Idle { get; private set; }

        /// <summary>The ids that it needs and that are not coming.</summary>
        public IReadOnlyList<string> Missing()
        {
            lock (gate._gate)
            {
                var coming = gate.Coming();
                return [.. needs.Where(id => !coming.Contains(id)).Order(StringComparer.Ordinal)];
            }
        }

        /// <summary>Waits until everything it needs exists or is about to.</summary>
        /// <param name="cancellationToken">Ends the wait.</param>
        /// <param name="patience">How long to wait while nobody is at work; null: the grace period.</param>
        /// <returns>False when nobody is going to declare it.</returns>
        public Task<bool> NeedsMetAsync(CancellationToken cancellationToken, TimeSpan? patience = null) => WaitAsync(() =>
        {
            var coming = gate.Coming();
            return needs.All(coming.Contains);
        }, cancellationToken, patience);

        /// <summary>Waits until all these are removed by calls under way.</summary>
        /// <param name="ids">The ids.</param>
        /// <param name="cancellationToken">Ends the wait.</param>
        /// <param name="patience">How long to wait while nobody is at work; null: the grace period.</param>
        /// <returns>False when nobody is going to remove them.</returns>
        public Task<bool> RemovedAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken, TimeSpan? patience = null)
        {
            lock (gate._gate)
            {
                Awaits = ids;
                gate.Recount();
                gate.Wake();
            }

            return WaitAsync(() => ids.All(gate.Leaving().Contains), cancellationToken, patience);
        }

        /// <summary>The call has written: its ids exist.</summary>
        public void Landed()
        {
            lock (gate._gate)
            {
                _landed = true;
                Awaits = [];
                gate._present.ExceptWith(removes);
                gate._present.UnionWith(provides);
                gate.Signal();
            }
        }

        public void Dispose()
        {
            lock (gate._gate)
            {
                Left = true;
                if (!_landed || removes.Count == 0)
                {
                    gate._passes.Remove(this);
                }

                // A call that was to write and failed is no sign that more will come; one that was only at work is.
                gate.Recount();
                if (provides.Count + needs.Count + removes.Count == 0)
                {
                    gate._lastEvent = gate._clock.GetTimestamp();
                }

                gate.Wake();
            }
        }

        private async Task<bool> WaitAsync(Func<bool> met, CancellationToken cancellationToken, TimeSpan? most = null)
        {
            while (true)
            {
                Task changed;
                TimeSpan? patience;
                lock (gate._gate)
                {
                    if (met())
                    {
                        Idle = false;
                        return true;
                    }

                    if (!Idle)
                    {
                        Idle = true;
                        gate.Wake();
                    }

                    var othersWork = gate._passes.Exists(pass => pass is { Left: false, Idle: false });
                    patience = othersWork ? null : (most < gate._grace ? most.Value : gate._grace) - gate._clock.GetElapsedTime(gate._lastEvent);
                    if (patience <= TimeSpan.Zero)
                    {
                        return false;
                    }

                    changed = gate._changed.Task;
                }

                await (patience is null
                        ? changed.WaitAsync(cancellationToken)
                        : changed.WaitAsync(patience.Value, gate._clock, cancellationToken))
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
