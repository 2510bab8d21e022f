using System.Collections.Immutable;
using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Planning.Nesting;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning;

/// <summary>One attempt at a batch of edits, without those that were refused before: removals, then puts, then a look at all references.</summary>
internal sealed class EditBatch(CibDocument document, IReadOnlyList<CibEdit> edits, IReadOnlySet<int> refused)
{
    private readonly WorkingCopy _copy = new(document);
    private readonly List<CibFinding> _findings = [];
    private readonly List<CibFinding> _warnings = [];

    /// <summary>Which id is outermost now, by the id that was.</summary>
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    /// <summary>Nestings that were promotable before, by the edit that changed them.</summary>
    private readonly List<(int Index, NestingChange Change)> _wasPromotable = [];

    /// <summary>Which edit took an id out.</summary>
    private readonly Dictionary<string, int> _removedBy = new(StringComparer.Ordinal);

    public CibDocument ToDocument() => _copy.ToDocument();

    /// <summary>What the user should know about edits that were applied.</summary>
    public IReadOnlyList<CibFinding> Warnings => _warnings;

    /// <summary>References that followed their resources.</summary>
    public ImmutableArray<Retargeting> Retargeted { get; private set; } = [];

    /// <summary>Runs the attempt; findings mean that the edits they name cannot stay in the batch.</summary>
    public IReadOnlyList<CibFinding> Run()
    {
        foreach (var index in Accepted(edit => edit is RemoveObject))
        {
            Remove(((RemoveObject)edits[index]).LastApplied, index);
        }

        // An id may be freed by a later put (a member that leaves its group), so those that found theirs taken get another turn.
        var waiting = Accepted(edit => edit is PutObject).ToList();
        while (waiting.Count > 0)
        {
            var again = waiting.Where(index => !TryPut((PutObject)edits[index], index, lastTurn: false)).ToList();
            if (again.Count == waiting.Count)
            {
                again.ForEach(index => TryPut((PutObject)edits[index], index, lastTurn: true));
                break;
            }

            waiting = again;
        }

        if (_findings.Count == 0)
        {
            Retarget();
            CheckReferences();
        }

        return _findings;
    }

    private IEnumerable<int> Accepted(Func<CibEdit, bool> isKind) =>
        Enumerable.Range(0, edits.Count).Where(index => !refused.Contains(index) && isKind(edits[index]));

    private void Remove(CibObject lastApplied, int index)
    {
        if (_copy.Find(lastApplied.Id.Value) is not { } found)
        {
            return;
        }

        if (found.Element.Name != lastApplied.Tag)
        {
            Refuse(index, EditFindings.OtherKind(lastApplied.Tag, lastApplied.Id, found, document.LastWriter));
            return;
        }

        if (lastApplied.IsShared)
        {
            RemoveShared(Shapes.Of(lastApplied), found, index);
            return;
        }

        if (lastApplied is not UnmodelledObject && !IsStillOurs(Shapes.Of(lastApplied), found, index))
        {
            return;
        }

        if (ReferenceEquals(found.Element, found.Top))
        {
            Replace(found.Top, null, index);
            return;
        }

        var holder = HolderOf(found.Top, found.Element)!;
        if (holder.Name != "group" || holder.Elements.Count(child => CibTags.IsResource(child.Name)) == 1)
        {
            Refuse(index, EditFindings.WrappedByOthers(lastApplied.Tag, lastApplied.Id, holder, document.LastWriter));
            return;
        }

        Replace(found.Top, Rebuilt(found.Top, found.Element, null), index);
    }

    /// <summary>Takes our names out of an element that many write to; a set of properties goes too when nothing is left of it.</summary>
    private void RemoveShared(ObjectShape last, IdEntry found, int index)
    {
        // What others put into a set with a rule of ours must not begin to apply at all times.
        var ours = last.PairsOf(last.Tag);
        var isLeft = CibTags.IsSet(last.Tag) && found.Element.Elements.Any(pair => pair.Name == CibTags.Pair && !ours.ContainsKey(pair["name"] ?? ""));
        var kept = isLeft ? last.Emptied with { Attributes = last.Attributes, Parts = last.Parts } : last.Emptied;
        if (Merge(last, kept, found, index) && CibTags.IsSet(last.Tag) && _copy.Find(last.Id) is { } rest && !ReferenceEquals(rest.Top, found.Top) && rest.Top.Children.IsEmpty)
        {
            Replace(rest.Top, null, index);
        }
    }

    /// <summary>Whether what is to be removed is what we made: the same agent, and no resources of others inside.</summary>
    private bool IsStillOurs(ObjectShape last, IdEntry found, int index)
    {
        var log = new MergeLog();
        new ThreeSidedMerge(new IdPool(_copy.Has), document.Schema, log).MergeAttributes(last, last.Emptied, found.Element, last.Id, "");
        var changed = log.Changes.Where(change => change.Kind == ChangeKind.Conflict && change.Attribute is "class" or "provider" or "type" or "template").ToList();
        changed.ForEach(change => Refuse(index, EditFindings.ChangedByOthers(last.Tag, change, document.LastWriter)));

        var ours = last.Ids.ToHashSet(StringComparer.Ordinal);
        var foreign = ResourcesIn(found.Element).Where(resource => !ours.Contains(resource.Id!)).ToList();
        if (foreign.Count > 0)
        {
            Refuse(index, EditFindings.HoldsForeign(last.Tag, CibId.OfLive(last.Id), foreign, document.LastWriter));
        }

        return changed.Count == 0 && foreign.Count == 0;
    }

    /// <summary>Applies a put. False when an id is taken and another turn may help; on the last turn that becomes a finding.</summary>
    private bool TryPut(PutObject put, int index, bool lastTurn)
    {
        var wanted = Shapes.Of(put.Wanted);
        var found = _copy.Find(wanted.Id);
        if (put.LastApplied is null && !put.Wanted.IsShared && found is { } taken)
        {
            if (lastTurn && document.Index.Find(wanted.Id) is null)
            {
                Refuse(index, EditFindings.DeclaredTwice(wanted.Tag, put.Id, taken));
            }
            else if (lastTurn)
            {
                var same = taken.Element.Name == wanted.Tag ? CibComparer.Compare(put.Wanted, Reading.ObjectReader.Read(taken)) : default;
                Refuse(index, EditFindings.IdTaken(wanted.Tag, put.Id, taken, same.IsDefault ? null : same));
            }

            return false;
        }

        if (TextCheck.Run(wanted).ToList() is { Count: > 0 } faults)
        {
            faults.ForEach(fault => Refuse(index, fault));
            return true;
        }

        if (wanted.Ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            Refuse(index, EditFindings.TwiceInside(wanted.Tag, put.Id, twice.Key));
            return true;
        }

        if (found is null && wanted.Section == CibSections.Nodes)
        {
            Refuse(index, EditFindings.NoSuchNode(wanted.Tag, put.Id, [.. document.NodeEntries]));
            return true;
        }

        var last = put.LastApplied is null ? null : Shapes.Of(put.LastApplied);
        if (last is not null && NestingChange.Of(last, wanted) is { } change)
        {
            if (!IsNestedAsDeclared(change))
            {
                return TryRenest(last, wanted, change, index, lastTurn);
            }

            last = NestingChange.Aligned(last, wanted);
        }

        if (last is not null && last.Id != wanted.Id)
        {
            Refuse(index, NestingFindings.NothingShared(last, wanted));
            return true;
        }

        if (found is null && put.LastApplied is not null && !put.Wanted.IsShared)
        {
            Refuse(index, EditFindings.RemovedByOthers(wanted.Tag, put.Id, document.LastWriter));
            return true;
        }

        if (found is { } other && other.Element.Name != wanted.Tag)
        {
            Refuse(index, EditFindings.OtherKind(put.LastApplied?.Tag ?? wanted.Tag, put.Id, other, document.LastWriter));
            return true;
        }

        return found is { } live ? Merge(last, wanted, live, index, lastTurn) : Create(wanted, index, lastTurn);
    }

    /// <summary>Whether somebody, perhaps an earlier try, has brought the resources into the declared holders already.</summary>
    private bool IsNestedAsDeclared(NestingChange change)
    {
        if (_copy.Find(change.NewOuter.Id) is not { } found || found.Element.Name != change.NewOuter.Tag || change.Gone.Any(holder => _copy.Has(holder.Id)))
        {
            return false;
        }

        return change.Come.Skip(1).Append(change.Core).Aggregate(found.Element, (CibElement? holder, ObjectShape inner) =>
            change.Come.IsEmpty ? holder : holder?.Elements.FirstOrDefault(child => child.Id == inner.Id && child.Name == inner.Tag)) is not null;
    }

    /// <summary>Wraps or unwraps in place, then merges as ever. The result is that of <see cref="TryPut"/>.</summary>
    private bool TryRenest(ObjectShape last, ObjectShape wanted, NestingChange change, int index, bool lastTurn)
    {
        if (_copy.Find(last.Id) is not { } found)
        {
            Refuse(index, EditFindings.RemovedByOthers(last.Tag, CibId.OfLive(last.Id), document.LastWriter));
            return true;
        }

        if (found.Element.Name != last.Tag)
        {
            Refuse(index, EditFindings.OtherKind(last.Tag, CibId.OfLive(last.Id), found, document.LastWriter));
            return true;
        }

        var log = new MergeLog();
        var ids = new IdPool(_copy.Has);
        var merge = new ThreeSidedMerge(ids, document.Schema, log);
        var edit = new NestingEdit(change, merge, ids, document.LastWriter);
        var part = found.Element.Id == change.OldOuter.Id ? found.Element : ResourcesIn(found.Element).FirstOrDefault(resource => resource.Id == change.OldOuter.Id);
        if (edit.Apply(part, part is null ? null : HolderOf(found.Top, part)) is not { } nested)
        {
            edit.Findings.ToList().ForEach(finding => Refuse(index, finding));
            return true;
        }

        if (edit.TakenIds.Contains(wanted.Id) && _copy.Find(wanted.Id) is { } holder)
        {
            if (lastTurn)
            {
                Refuse(index, EditFindings.IdTaken(wanted.Tag, CibId.OfLive(wanted.Id), holder, null));
            }

            return lastTurn;
        }

        edit.TakenIds.ForEach(log.AddTaken);
        var element = merge.Merge(NestingChange.Aligned(last, wanted), wanted, Rebuilt(found.Element, part!, nested));
        if (!IsWritable(log, wanted, index, lastTurn))
        {
            return log.TakenIds.Count == 0;
        }

        if (RoleCheck.IsPromotable(found.Element))
        {
            _wasPromotable.Add((index, change));
        }

        Replace(found.Top, Rebuilt(found.Top, found.Element, element), index);
        foreach (var id in change.Gone.Select(gone => gone.Id).Prepend(change.OldOuter.Id).Where(id => id != change.NewOuter.Id))
        {
            // Inside a clone only what vanishes is renamed: what stays goes on being named as the part that it is.
            _ = (last.Id == change.OldOuter.Id || !_copy.Has(id)) && _renamed.TryAdd(id, change.NewOuter.Id);
        }

        _warnings.AddRange(edit.Findings.Select(finding => finding with { EditIndex = index }));
        return true;
    }

    /// <summary>Lets references follow what was wrapped or unwrapped, except those of objects that this batch puts: they say themselves what they name.</summary>
    private void Retarget()
    {
        if (_renamed.Count > 0)
        {
            var put = Accepted(edit => edit is PutObject).Select(index => edits[index].Id.Value).ToHashSet(StringComparer.Ordinal);
            var retargeter = new Retargeter(_renamed);
            foreach (var top in (_copy.ToDocument().Configuration?.Elements ?? []).SelectMany(section => section.Elements).Where(top => top.Id is { } id && !put.Contains(id)).ToList())
            {
                if (retargeter.Apply(top) is var changed && !ReferenceEquals(changed, top))
                {
                    _copy.Replace(top, changed);
                }
            }

            Retargeted = [.. retargeter.Done];
        }

        foreach (var (index, change) in _wasPromotable)
        {
            if (_copy.Find(change.NewOuter.Id) is { } outer && !RoleCheck.IsPromotable(outer.Top)
                && RoleCheck.On(_copy.ToDocument(), [change.NewOuter.Id, change.Core.Id]).ToList() is { Count: > 0 } constraints)
            {
                Refuse(index, NestingFindings.RoleWithoutPromotion(change, constraints));
            }
        }
    }

    private bool Create(ObjectShape wanted, int index, bool lastTurn)
    {
        var log = new MergeLog();
        var ids = new IdPool(_copy.Has);
        ids.TryTake(wanted.Id);
        var element = new ThreeSidedMerge(ids, document.Schema, log).Create(wanted);
        if (!IsWritable(log, wanted, index, lastTurn))
        {
            return log.TakenIds.Count == 0;
        }

        _copy.Append(wanted.Section, element);
        return true;
    }

    private bool Merge(ObjectShape? last, ObjectShape wanted, IdEntry found, int index, bool lastTurn = true)
    {
        var log = new MergeLog();
        var element = new ThreeSidedMerge(new IdPool(_copy.Has), document.Schema, log).Merge(last, wanted, found.Element);
        if (!IsWritable(log, wanted, index, lastTurn))
        {
            return log.TakenIds.Count == 0;
        }

        if (!ReferenceEquals(element, found.Element))
        {
            Replace(found.Top, Rebuilt(found.Top, found.Element, element), index);
        }

        return true;
    }

    private bool IsWritable(MergeLog log, ObjectShape wanted, int index, bool lastTurn)
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
            Refuse(index, EditFindings.PartTaken(wanted.Tag, id, part, _copy.Find(part)));
        }

        foreach (var conflict in log.Changes.Where(change => change.Kind == ChangeKind.Conflict))
        {
            Refuse(index, EditFindings.ChangedByOthers(wanted.Tag, conflict, document.LastWriter));
        }

        return false;
    }

    private void CheckReferences()
    {
        foreach (var index in Accepted(edit => edit is PutObject))
        {
            var wanted = Shapes.Of(((PutObject)edits[index]).Wanted);
            foreach (var reference in wanted.References)
            {
                if (_copy.Find(reference.Id) is not { } found || !reference.Accepts(found.Element.Name))
                {
                    Refuse(index, EditFindings.Dangling(wanted.Tag, CibId.OfLive(wanted.Id), reference, WasRefused(reference.Id)));
                }
            }
        }

        var vanished = _copy.Vanished.ToHashSet(StringComparer.Ordinal);
        if (vanished.Count == 0)
        {
            return;
        }

        foreach (var (id, referrers) in Referrers.Of(_copy.ToDocument(), vanished))
        {
            var index = _removedBy[id];
            Refuse(index, EditFindings.StillReferredTo(TagOf(edits[index]), edits[index].Id, id, referrers));
        }
    }

    private bool WasRefused(string target) =>
        refused.Any(index => edits[index] is PutObject { LastApplied: null } put && Shapes.Of(put.Wanted).Ids.Contains(target, StringComparer.Ordinal));

    private void Replace(CibElement top, CibElement? element, int index)
    {
        foreach (var id in top.IdsInside.Except(element?.IdsInside ?? [], StringComparer.Ordinal))
        {
            _removedBy[id] = index;
        }

        _copy.Replace(top, element);
    }

    private void Refuse(int index, CibFinding finding) => _findings.Add(finding with { EditIndex = index });

    private static string TagOf(CibEdit edit) => edit is RemoveObject remove ? remove.LastApplied.Tag : ((PutObject)edit).Wanted.Tag;

    private static IEnumerable<CibElement> ResourcesIn(CibElement element) =>
        element.Elements.Where(child => child.Id is not null && CibTags.IsResource(child.Name)).SelectMany(child => ResourcesIn(child).Prepend(child));

    /// <summary>The element inside which another one stands; null when it is not inside.</summary>
    private static CibElement? HolderOf(CibElement element, CibElement part) =>
        element.Elements.Any(child => ReferenceEquals(child, part))
            ? element
            : element.Elements.Select(child => HolderOf(child, part)).FirstOrDefault(holder => holder is not null);

    /// <summary>An element with one part of it replaced, or taken out, however deep it is.</summary>
    private static CibElement Rebuilt(CibElement element, CibElement part, CibElement? replacement)
    {
        if (ReferenceEquals(element, part))
        {
            return replacement!;
        }

        var holder = HolderOf(element, part)!;
        return Rebuilt(element, holder, replacement is null ? holder.Remove(part) : holder.Replace(part, replacement));
    }
}
