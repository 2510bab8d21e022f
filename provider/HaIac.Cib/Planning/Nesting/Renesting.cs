using System.Collections.Immutable;
using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning.Nesting;

/// <summary>Wraps and unwraps the resources of a batch where they stand, and lets references follow.</summary>
internal sealed class Renesting(BatchState batch)
{
    private readonly List<CibFinding> _warnings = [];

    /// <summary>Which id is outermost now, by the id that was.</summary>
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    /// <summary>Nestings that were promotable before, by the edit that changed them.</summary>
    private readonly List<(int Index, NestingChange Change)> _wasPromotable = [];

    /// <summary>What the user should know about nestings that were changed.</summary>
    public IReadOnlyList<CibFinding> Warnings => _warnings;

    /// <summary>References that followed their resources.</summary>
    public ImmutableArray<Retargeting> Retargeted { get; private set; } = [];

    /// <summary>Whether somebody, perhaps an earlier try, has brought the resources into the declared holders already.</summary>
    public bool IsDone(NestingChange change)
    {
        if (batch.Copy.Find(change.NewOuter.Id) is not { } found || found.Element.Name != change.NewOuter.Tag || change.Gone.Any(holder => batch.Copy.Has(holder.Id)))
        {
            return false;
        }

        return change.Come.Skip(1).Append(change.Core).Aggregate(found.Element, (CibElement? holder, ObjectShape inner) =>
            change.Come.IsEmpty ? holder : holder?.Elements.FirstOrDefault(child => child.Id == inner.Id && child.Name == inner.Tag)) is not null;
    }

    /// <summary>Wraps or unwraps in place, then merges as ever. The result is that of <see cref="ObjectPut.TryApply"/>.</summary>
    public bool TryApply(ObjectShape last, ObjectShape wanted, NestingChange change, int index, bool lastTurn, Ownership? ownership = null)
    {
        if (batch.Copy.Find(last.Id) is not { } found)
        {
            batch.Refuse(index, EditFindings.RemovedByOthers(last.Tag, CibId.OfLive(last.Id), batch.Document.LastWriter));
            return true;
        }

        if (found.Element.Name != last.Tag)
        {
            batch.Refuse(index, EditFindings.OtherKind(last.Tag, CibId.OfLive(last.Id), found, batch.Document.LastWriter));
            return true;
        }

        var log = new MergeLog();
        var ids = new IdPool(batch.Copy.Has);
        var merge = new ThreeSidedMerge(ids, batch.Document.Schema, log, ownership);
        var edit = new NestingEdit(change, merge, ids, batch.Document.LastWriter);
        var part = found.Element.Id == change.OldOuter.Id ? found.Element : ElementTree.ResourcesIn(found.Element).FirstOrDefault(resource => resource.Id == change.OldOuter.Id);
        if (edit.Apply(part, part is null ? null : ElementTree.HolderOf(found.Top, part)) is not { } nested)
        {
            edit.Findings.ToList().ForEach(finding => batch.Refuse(index, finding));
            return true;
        }

        if (edit.TakenIds.Contains(wanted.Id) && batch.Copy.Find(wanted.Id) is { } holder)
        {
            if (lastTurn)
            {
                batch.Refuse(index, EditFindings.IdTaken(wanted.Tag, CibId.OfLive(wanted.Id), holder, null));
            }

            return lastTurn;
        }

        edit.TakenIds.ForEach(log.AddTaken);
        var element = merge.Merge(NestingChange.Aligned(last, wanted), wanted, ElementTree.Rebuilt(found.Element, part!, nested));
        if (!batch.IsWritable(log, wanted, index, lastTurn))
        {
            return log.TakenIds.Count == 0;
        }

        if (RoleCheck.IsPromotable(found.Element))
        {
            _wasPromotable.Add((index, change));
        }

        batch.Replace(found.Top, ElementTree.Rebuilt(found.Top, found.Element, element), index);
        foreach (var id in change.Gone.Select(gone => gone.Id).Prepend(change.OldOuter.Id).Where(id => id != change.NewOuter.Id))
        {
            // Inside a clone only what vanishes is renamed: what stays goes on being named as the part that it is.
            _ = (last.Id == change.OldOuter.Id || !batch.Copy.Has(id)) && _renamed.TryAdd(id, change.NewOuter.Id);
        }

        _warnings.AddRange(edit.Findings.Select(finding => finding with { EditIndex = index }));
        return true;
    }

    /// <summary>Lets references follow what was wrapped or unwrapped, except those of objects that this batch puts: they say themselves what they name.</summary>
    /// <param name="put">The ids of those objects.</param>
    public void Retarget(IReadOnlySet<string> put)
    {
        if (_renamed.Count > 0)
        {
            var retargeter = new Retargeter(_renamed);
            foreach (var top in (batch.Copy.ToDocument().Configuration?.Elements ?? []).SelectMany(section => section.Elements).Where(top => top.Id is { } id && !put.Contains(id)).ToList())
            {
                if (retargeter.Apply(top) is var changed && !ReferenceEquals(changed, top))
                {
                    batch.Copy.Replace(top, changed);
                }
            }

            Retargeted = [.. retargeter.Done];
        }

        foreach (var (index, change) in _wasPromotable)
        {
            if (batch.Copy.Find(change.NewOuter.Id) is { } outer && !RoleCheck.IsPromotable(outer.Top)
                && RoleCheck.On(batch.Copy.ToDocument(), [change.NewOuter.Id, change.Core.Id]).ToList() is { Count: > 0 } constraints)
            {
                batch.Refuse(index, NestingFindings.RoleWithoutPromotion(change, constraints));
            }
        }
    }
}
