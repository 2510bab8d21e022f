using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Planning.Nesting;

namespace HaIac.Cib.Planning;

/// <summary>Creates objects, and brings what is declared into those that are there.</summary>
internal sealed class ObjectPut(BatchState batch, Renesting renesting)
{
    /// <summary>Applies a put. False when an id is taken and another turn may help; on the last turn that becomes a finding.</summary>
    public bool TryApply(PutObject put, int index, bool lastTurn)
    {
        var wanted = Shapes.Of(put.Wanted);
        var ownership = put.Wanted.IsShared ? put.Ownership with { Whole = false } : put.Ownership;
        var found = batch.Copy.Find(wanted.Id);
        if (put.LastApplied is null && !put.Wanted.IsShared && found is { } taken)
        {
            if (lastTurn && batch.Document.Index.Find(wanted.Id) is null)
            {
                batch.Refuse(index, EditFindings.DeclaredTwice(wanted.Tag, put.Id, taken));
            }
            else if (lastTurn)
            {
                var same = taken.Element.Name == wanted.Tag ? CibComparer.Compare(put.Wanted, Reading.ObjectReader.Read(taken)) : default;
                batch.Refuse(index, EditFindings.IdTaken(wanted.Tag, put.Id, taken, same.IsDefault ? null : same));
            }

            return false;
        }

        if (TextCheck.Run(wanted).ToList() is { Count: > 0 } faults)
        {
            faults.ForEach(fault => batch.Refuse(index, fault));
            return true;
        }

        if (wanted.Ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            batch.Refuse(index, EditFindings.TwiceInside(wanted.Tag, put.Id, twice.Key));
            return true;
        }

        if (found is null && wanted.Section == CibSections.Nodes)
        {
            batch.Refuse(index, EditFindings.NoSuchNode(wanted.Tag, put.Id, [.. batch.Document.NodeEntries]));
            return true;
        }

        var last = put.LastApplied is null ? null : Shapes.Of(put.LastApplied);
        if (last is not null && NestingChange.Of(last, wanted) is { } change)
        {
            if (!renesting.IsDone(change))
            {
                return renesting.TryApply(last, wanted, change, index, lastTurn, ownership);
            }

            last = NestingChange.Aligned(last, wanted);
        }

        if (last is not null && last.Id != wanted.Id)
        {
            batch.Refuse(index, NestingFindings.NothingShared(last, wanted));
            return true;
        }

        if (found is null && put.LastApplied is not null && !put.Wanted.IsShared)
        {
            batch.Refuse(index, EditFindings.RemovedByOthers(wanted.Tag, put.Id, batch.Document.LastWriter));
            return true;
        }

        if (found is { } other && other.Element.Name != wanted.Tag)
        {
            batch.Refuse(index, EditFindings.OtherKind(put.LastApplied?.Tag ?? wanted.Tag, put.Id, other, batch.Document.LastWriter));
            return true;
        }

        return found is { } live ? batch.Merge(last, wanted, live, index, lastTurn, ownership) : Create(wanted, index, lastTurn);
    }

    private bool Create(ObjectShape wanted, int index, bool lastTurn)
    {
        var log = new MergeLog();
        var ids = new IdPool(batch.Copy.Has);
        ids.TryTake(wanted.Id);
        var element = new ThreeSidedMerge(ids, batch.Document.Schema, log).Create(wanted);
        if (!batch.IsWritable(log, wanted, index, lastTurn))
        {
            return log.TakenIds.Count == 0;
        }

        batch.Copy.Append(wanted.Section, element);
        return true;
    }
}
