using System.Collections.Immutable;
using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning.Nesting;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning;

/// <summary>One attempt at a batch of edits, without those that were refused before: removals, then puts, then a look at all references.</summary>
internal sealed class EditBatch
{
    private readonly IReadOnlyList<CibEdit> _edits;
    private readonly IReadOnlySet<int> _refused;
    private readonly BatchState _batch;
    private readonly Renesting _renesting;

    public EditBatch(CibDocument document, IReadOnlyList<CibEdit> edits, IReadOnlySet<int> refused)
    {
        _edits = edits;
        _refused = refused;
        _batch = new BatchState(document);
        _renesting = new Renesting(_batch);
    }

    public CibDocument ToDocument() => _batch.Copy.ToDocument();

    /// <summary>What the user should know about edits that were applied.</summary>
    public IReadOnlyList<CibFinding> Warnings => _renesting.Warnings;

    /// <summary>References that followed their resources.</summary>
    public ImmutableArray<Retargeting> Retargeted => _renesting.Retargeted;

    /// <summary>Runs the attempt; findings mean that the edits they name cannot stay in the batch.</summary>
    public IReadOnlyList<CibFinding> Run()
    {
        var removal = new ObjectRemoval(_batch);
        foreach (var index in Accepted(edit => edit is RemoveObject))
        {
            removal.Apply(((RemoveObject)_edits[index]).LastApplied, index);
        }

        // An id may be freed by a later put (a member that leaves its group), so those that found theirs taken get another turn.
        var put = new ObjectPut(_batch, _renesting);
        var waiting = Accepted(edit => edit is PutObject).ToList();
        while (waiting.Count > 0)
        {
            var again = waiting.Where(index => !put.TryApply((PutObject)_edits[index], index, lastTurn: false)).ToList();
            if (again.Count == waiting.Count)
            {
                again.ForEach(index => put.TryApply((PutObject)_edits[index], index, lastTurn: true));
                break;
            }

            waiting = again;
        }

        if (_batch.Findings.Count == 0)
        {
            _renesting.Retarget(Accepted(edit => edit is PutObject).Select(index => _edits[index].Id.Value).ToHashSet(StringComparer.Ordinal));
            CheckReferences();
        }

        return _batch.Findings;
    }

    private IEnumerable<int> Accepted(Func<CibEdit, bool> isKind) =>
        Enumerable.Range(0, _edits.Count).Where(index => !_refused.Contains(index) && isKind(_edits[index]));

    private void CheckReferences()
    {
        foreach (var index in Accepted(edit => edit is PutObject))
        {
            var wanted = Shapes.Of(((PutObject)_edits[index]).Wanted);
            foreach (var reference in wanted.References)
            {
                if (_batch.Copy.Find(reference.Id) is not { } found || !reference.Accepts(found.Element.Name))
                {
                    _batch.Refuse(index, EditFindings.Dangling(wanted.Tag, CibId.OfLive(wanted.Id), reference, WasRefused(reference.Id)));
                }
            }
        }

        var vanished = _batch.Copy.Vanished.ToHashSet(StringComparer.Ordinal);
        if (vanished.Count == 0)
        {
            return;
        }

        foreach (var (id, referrers) in Referrers.Of(_batch.Copy.ToDocument(), vanished))
        {
            var index = _batch.RemoverOf(id);
            _batch.Refuse(index, EditFindings.StillReferredTo(TagOf(_edits[index]), _edits[index].Id, id, referrers));
        }
    }

    private bool WasRefused(string target) =>
        _refused.Any(index => _edits[index] is PutObject { LastApplied: null } put && Shapes.Of(put.Wanted).Ids.Contains(target, StringComparer.Ordinal));

    private static string TagOf(CibEdit edit) => edit is RemoveObject remove ? remove.LastApplied.Tag : ((PutObject)edit).Wanted.Tag;
}
