using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>What a merge found: changes, and ids of new parts that something else has already.</summary>
internal sealed class MergeLog
{
    private readonly List<AttributeChange> _changes = [];
    private readonly List<string> _takenIds = [];

    public IReadOnlyList<AttributeChange> Changes => _changes;

    public IReadOnlyList<string> TakenIds => _takenIds;

    /// <summary>Whether the merge may be written.</summary>
    public bool IsClean => _takenIds.Count == 0 && _changes.TrueForAll(change => change.Kind != ChangeKind.Conflict);

    public void Add(string owner, string attribute, ChangeKind kind, string? lastApplied, string? wanted, string? live) =>
        _changes.Add(new(CibId.OfLive(owner), attribute, kind, lastApplied, wanted, live));

    public void AddTaken(string id) => _takenIds.Add(id);
}
