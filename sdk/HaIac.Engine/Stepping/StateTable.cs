using System.Collections.Immutable;
using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>
/// The state while an operation runs: what was there before, less what was superseded, after what this run produced
/// in the order of completion. So each resource stands after everything it refers to.
/// </summary>
/// <remarks>Source: pulumi-protocol.md 6.5. Safe for calls from several steps at once.</remarks>
internal sealed class StateTable
{
    private readonly Lock gate = new();
    private readonly Deployment before;
    private readonly ImmutableArray<ResourceEntry> old;
    private readonly HashSet<ResourceEntry> superseded = [];
    private readonly List<ResourceEntry> produced = [];
    private readonly Dictionary<string, ResourceEntry> current = new(StringComparer.Ordinal);
    private readonly Dictionary<ResourceEntry, PendingOperation> pending = [];
    private ImmutableArray<PendingOperation> carried;
    private ImmutableDictionary<string, string> renamed = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Starts from what is deployed.</summary>
    public StateTable(Deployment before)
    {
        this.before = before;
        old = [.. before.Resources.Select(resource => new ResourceEntry(resource))];

        // Creations that a crash left behind stay listed until a refresh has looked for the objects.
        carried = [.. before.PendingOperations.Where(operation => operation.Kind == PendingOperationKind.Creating)];
    }

    /// <summary>The entries that were there before, in their order; their content may have been marked since.</summary>
    public ImmutableArray<ResourceEntry> Old => old;

    /// <summary>Forgets creations that a crash left behind.</summary>
    public void ForgetPendingCreates()
    {
        lock (gate)
        {
            carried = [];
        }
    }

    /// <summary>Whether an old entry is still part of the state.</summary>
    public bool IsLive(ResourceEntry entry)
    {
        lock (gate)
        {
            return !superseded.Contains(entry);
        }
    }

    /// <summary>What this run has produced for a URN; null if nothing yet.</summary>
    public ResourceEntry? Current(string urn)
    {
        lock (gate)
        {
            return current.GetValueOrDefault(urn);
        }
    }

    /// <summary>Everything that this run has produced and not taken back, in order of completion.</summary>
    public ImmutableArray<ResourceEntry> Produced
    {
        get
        {
            lock (gate)
            {
                return [.. produced.Where(entry => !superseded.Contains(entry))];
            }
        }
    }

    /// <summary>Notes that a resource of the old state goes on under another URN.</summary>
    public void Rename(string from, string to)
    {
        lock (gate)
        {
            renamed = renamed.SetItem(from, to);
        }
    }

    /// <summary>Notes that a step has begun.</summary>
    public void Begin(ResourceEntry subject, PendingOperationKind kind)
    {
        lock (gate)
        {
            pending[subject] = new PendingOperation(kind, WithoutOutcome(subject.State));
        }

        static StateResource WithoutOutcome(StateResource state) => state with { Outputs = Protocol.Properties.WireObject.Empty, Created = null, Modified = null };
    }

    /// <summary>Notes that a step has ended, well or not.</summary>
    public void End(ResourceEntry subject)
    {
        lock (gate)
        {
            pending.Remove(subject);
        }
    }

    /// <summary>Puts a finished resource into the state, in place of an old one if there was one.</summary>
    public void Put(ResourceEntry entry, ResourceEntry? insteadOf)
    {
        lock (gate)
        {
            if (insteadOf is not null)
            {
                superseded.Add(insteadOf);
            }

            produced.Add(entry);
            current[entry.Urn] = entry;
        }
    }

    /// <summary>Takes an entry out of the state.</summary>
    public void Remove(ResourceEntry entry)
    {
        lock (gate)
        {
            superseded.Add(entry);
        }
    }

    /// <summary>Changes what an entry holds.</summary>
    public void Change(ResourceEntry entry, Func<StateResource, StateResource> change)
    {
        lock (gate)
        {
            entry.State = change(entry.State);
        }
    }

    /// <summary>What is deployed now.</summary>
    public Deployment Snapshot(Manifest manifest)
    {
        lock (gate)
        {
            var resources = ImmutableArray.CreateBuilder<StateResource>(produced.Count + old.Length);
            resources.AddRange(produced.Where(entry => !superseded.Contains(entry)).Select(entry => entry.State));
            resources.AddRange(old.Where(entry => !superseded.Contains(entry)).Select(entry => entry.State));
            return before with
            {
                Manifest = manifest,
                Resources = renamed.IsEmpty ? resources.DrainToImmutable() : [.. resources.Select(resource => UrnRewriting.Apply(resource, renamed))],
                PendingOperations = [.. carried, .. pending.Values],
            };
        }
    }
}
