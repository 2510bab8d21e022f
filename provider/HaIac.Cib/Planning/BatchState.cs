using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning;

/// <summary>What the steps of one attempt share: the document as it becomes, what was found, and which edit took which id out.</summary>
internal sealed class BatchState(CibDocument document)
{
    private readonly List<CibFinding> _findings = [];
    private readonly Dictionary<string, int> _removedBy = new(StringComparer.Ordinal);

    /// <summary>The document as it was.</summary>
    public CibDocument Document { get; } = document;

    /// <summary>The document as it becomes.</summary>
    public WorkingCopy Copy { get; } = new(document);

    /// <summary>Findings that refuse edits; each names its edit.</summary>
    public IReadOnlyList<CibFinding> Findings => _findings;

    /// <summary>Which edit took an id out.</summary>
    public int RemoverOf(string id) => _removedBy[id];

    /// <summary>Notes that an edit cannot stay in the batch.</summary>
    public void Refuse(int index, CibFinding finding) => _findings.Add(finding with { EditIndex = index });

    /// <summary>Puts another object, or none, in the place of one that stands at the top of its section.</summary>
    public void Replace(CibElement top, CibElement? element, int index)
    {
        foreach (var id in top.IdsInside.Except(element?.IdsInside ?? [], StringComparer.Ordinal))
        {
            _removedBy[id] = index;
        }

        Copy.Replace(top, element);
    }

    /// <summary>Merges what is declared into what is there. False when an id is taken and another turn may help.</summary>
    public bool Merge(ObjectShape? last, ObjectShape wanted, IdEntry found, int index, bool lastTurn = true, Ownership? ownership = null)
    {
        var log = new MergeLog();
        var element = new ThreeSidedMerge(new IdPool(Copy.Has), Document.Schema, log, ownership).Merge(last, wanted, found.Element);
        if (!IsWritable(log, wanted, index, lastTurn))
        {
            return log.TakenIds.Count == 0;
        }

        if (!ReferenceEquals(element, found.Element))
        {
            Replace(found.Top, ElementTree.Rebuilt(found.Top, found.Element, element), index);
        }

        return true;
    }

    /// <summary>Whether a merge may be written; conflicts and taken ids are refused, the latter on the last turn only.</summary>
    public bool IsWritable(MergeLog log, ObjectShape wanted, int index, bool lastTurn)
    {
        if (log.IsClean)
        {
            return true;
        }

        if (log.TakenIds.Count > 0 && !lastTurn)
        {
            return false;
        }

        var id = CibId.OfLive(wanted.Id);
        foreach (var part in log.TakenIds)
        {
            Refuse(index, EditFindings.PartTaken(wanted.Tag, id, part, Copy.Find(part)));
        }

        foreach (var conflict in log.Changes.Where(change => change.Kind == ChangeKind.Conflict))
        {
            Refuse(index, EditFindings.ChangedByOthers(wanted.Tag, conflict, Document.LastWriter));
        }

        return false;
    }
}
