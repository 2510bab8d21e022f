using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning;

/// <summary>Takes objects out that we made, unless somebody else made something of them meanwhile.</summary>
internal sealed class ObjectRemoval(BatchState batch)
{
    /// <summary>Takes an object out; what is not there any more needs no removal.</summary>
    public void Apply(CibObject lastApplied, int index)
    {
        if (batch.Copy.Find(lastApplied.Id.Value) is not { } found)
        {
            return;
        }

        if (found.Element.Name != lastApplied.Tag)
        {
            batch.Refuse(index, EditFindings.OtherKind(lastApplied.Tag, lastApplied.Id, found, batch.Document.LastWriter));
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
            batch.Replace(found.Top, null, index);
            return;
        }

        var holder = ElementTree.HolderOf(found.Top, found.Element)!;
        if (holder.Name != "group" || holder.Elements.Count(child => CibTags.IsResource(child.Name)) == 1)
        {
            batch.Refuse(index, EditFindings.WrappedByOthers(lastApplied.Tag, lastApplied.Id, holder, batch.Document.LastWriter));
            return;
        }

        batch.Replace(found.Top, ElementTree.Rebuilt(found.Top, found.Element, null), index);
    }

    /// <summary>Takes our names out of an element that many write to; a set of properties goes too when nothing is left of it.</summary>
    private void RemoveShared(ObjectShape last, IdEntry found, int index)
    {
        // What others put into a set with a rule of ours must not begin to apply at all times.
        var ours = last.PairsOf(last.Tag);
        var isLeft = CibTags.IsSet(last.Tag) && found.Element.Elements.Any(pair => pair.Name == CibTags.Pair && !ours.ContainsKey(pair["name"] ?? ""));
        var kept = isLeft ? last.Emptied with { Attributes = last.Attributes, Parts = last.Parts } : last.Emptied;
        if (batch.Merge(last, kept, found, index) && CibTags.IsSet(last.Tag) && batch.Copy.Find(last.Id) is { } rest && !ReferenceEquals(rest.Top, found.Top) && rest.Top.Children.IsEmpty)
        {
            batch.Replace(rest.Top, null, index);
        }
    }

    /// <summary>Whether what is to be removed is what we made: the same agent, and nothing inside that others put there as theirs.</summary>
    private bool IsStillOurs(ObjectShape last, IdEntry found, int index)
    {
        var log = new MergeLog();
        var rest = new ThreeSidedMerge(new IdPool(batch.Copy.Has), batch.Document.Schema, log).Merge(last, last.Emptied, found.Element);
        var changed = log.Changes.Where(change => change.Kind == ChangeKind.Conflict && change.Attribute is "class" or "provider" or "type" or "template").ToList();
        changed.ForEach(change => batch.Refuse(index, EditFindings.ChangedByOthers(last.Tag, change, batch.Document.LastWriter)));

        var ours = last.Ids.ToHashSet(StringComparer.Ordinal);
        var foreign = ElementTree.ResourcesIn(found.Element).Where(resource => !ours.Contains(resource.Id!)).Concat(rest.Elements.Where(PartKinds.HasAuthor)).ToList();
        if (foreign.Count > 0)
        {
            batch.Refuse(index, EditFindings.HoldsForeign(last.Tag, CibId.OfLive(last.Id), foreign, batch.Document.LastWriter));
        }

        return changed.Count == 0 && foreign.Count == 0;
    }
}
