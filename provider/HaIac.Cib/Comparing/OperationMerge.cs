using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Reading;

namespace HaIac.Cib.Comparing;

/// <summary>Merges the operations of a primitive. An operation is known by its name and interval; one whose interval changes keeps its element, place and id.</summary>
internal sealed class OperationMerge(ThreeSidedMerge merge, IdPool ids, MergeLog log)
{
    public CibElement Merge(ObjectShape? last, ObjectShape wanted, CibElement primitive)
    {
        var container = primitive.Find(CibTags.Operations);
        if (HasNone(wanted) && (last is null || HasNone(last)) && container is null)
        {
            return primitive;
        }

        var live = ReadOperations(primitive);
        var pairing = OperationPairing.Of(last?.Operations ?? [], wanted.Operations, live);
        var path = Paths(pairing);
        var operations = MergeSharing(last, wanted, container ?? new CibElement(CibTags.Operations, []));
        foreach (var triple in pairing)
        {
            operations = Merge(triple, operations, wanted.Id, path(triple), isOne: triple.Wanted is not { } operation || IsOne(operation, wanted.Operations));
        }

        if (container is null)
        {
            return operations.Children.IsEmpty && operations.Attributes.IsEmpty ? primitive : primitive.Append(operations);
        }

        return operations.Children.IsEmpty && operations["id-ref"] is null && (!container.Children.IsEmpty || container["id-ref"] is not null) ? primitive.Remove(container) : primitive.Replace(container, operations);
    }

    /// <summary>The id that others share the operations by, and the id of operations that are shared here.</summary>
    private CibElement MergeSharing(ObjectShape? last, ObjectShape wanted, CibElement operations)
    {
        var element = operations;
        if (wanted.OperationsId is { } id && merge.Decide(wanted.Id, "operations.id", ValueKind.Text, false, last?.OperationsId, id, operations.Id))
        {
            ids.Release(operations.Id is { } old ? [old] : []);
            if (!ids.TryTake(id))
            {
                log.AddTaken(id);
            }

            element = new CibElement(element.Name, element.Attributes.RemoveAll(attribute => attribute.Name == "id").Insert(0, new("id", id)), element.Children, element.Line);
        }

        return merge.Decide(wanted.Id, "operations.id-ref", ValueKind.Text, false, last?.OperationsFrom, wanted.OperationsFrom, operations["id-ref"])
            ? element.With("id-ref", wanted.OperationsFrom)
            : element;
    }

    private static bool HasNone(ObjectShape shape) => shape.Operations.Count == 0 && shape.OperationsId is null && shape.OperationsFrom is null;

    private CibElement Merge(OperationTriple triple, CibElement operations, string owner, string path, bool isOne)
    {
        switch (triple)
        {
            case { Wanted: null, Last: null, Live: { } foreign }:
                log.Add(owner, path, merge.Owners.Whole ? ChangeKind.Removed : ChangeKind.Foreign, null, null, Describe(foreign.Attributes.Select(a => (a.Name, a.Value))));
                return merge.Owners.Whole ? operations.Remove(foreign) : operations;
            case { Wanted: null, Last: { } last, Live: { } live }:
                // Whether it still is what we applied decides; what is left of the element after that does not matter.
                MergeParts(last, last.Emptied, live, owner, path + ".");
                return operations.Remove(live);
            case { Wanted: { } wanted, Last: var last, Live: { } live }:
                return operations.Replace(live, MergeParts(last, wanted, live, owner, path + "."));
            case { Wanted: { } wanted, Last: { } last, Live: null }:
                log.Add(owner, path, ChangeKind.Conflict, Describe(last), Describe(wanted), null);
                return operations;
            case { Wanted: { } wanted, Live: null }:
                return operations.Append(Create(wanted, owner, path + ".", isOne));
            default:
                return operations;
        }
    }

    /// <summary>The element of an operation that is new.</summary>
    /// <param name="wanted">The operation.</param>
    /// <param name="owner">Its primitive.</param>
    /// <param name="path">What stands before names in messages.</param>
    /// <param name="isOne">Whether no other operation of the primitive has its name and interval; otherwise its id tells the role too, so that it does not
    /// depend on which of them came first.</param>
    private CibElement Create(ObjectShape wanted, string owner, string path, bool isOne)
    {
        var role = isOne ? null : wanted.Attributes.Find("role")?.ToLowerInvariant();
        var id = ids.Take([owner, wanted.Attributes.Find("name")!, "interval", wanted.Attributes.Find("interval")!, .. role is null ? [] : new[] { role }]);

        // Without an id yet, so that an interval of zero counts as missing and is written: the schema wants it.
        var attributes = merge.MergeAttributes(null, wanted, new CibElement(CibTags.Operation, []), owner, path).Attributes;
        var element = new CibElement(CibTags.Operation, attributes.Insert(0, new("id", id)), []);
        return merge.MergeSetsAndParts(null, wanted, element, owner, id, path);
    }

    private CibElement MergeParts(ObjectShape? last, ObjectShape wanted, CibElement live, string owner, string path) =>
        merge.MergeSetsAndParts(last, wanted, merge.MergeAttributes(last, wanted, live, owner, path), owner, live.Id ?? owner, path);

    private static List<CibElement> ReadOperations(CibElement primitive) => [.. ResourceReader.OperationsOf(primitive)];

    /// <summary>Names operations in messages; by the interval too where several have one name.</summary>
    private static Func<OperationTriple, string> Paths(IReadOnlyList<OperationTriple> pairing)
    {
        var several = pairing.GroupBy(triple => triple.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return triple => several.Contains(triple.Name) ? $"operations[{triple.Name} {triple.Interval}]" : $"operations[{triple.Name}]";
    }

    /// <summary>Whether no other of the operations has the name and interval of this one.</summary>
    private static bool IsOne(ObjectShape operation, IEnumerable<ObjectShape> operations) =>
        operations.Count(other => Same(other, operation, "name") && Same(other, operation, "interval")) == 1;

    private static bool Same(ObjectShape one, ObjectShape other, string attribute) =>
        Meaning.Same(Meaning.OfAttribute(attribute), one.Attributes.Find(attribute), other.Attributes.Find(attribute));

    private static string Describe(ObjectShape operation) => Describe(operation.Attributes.Select(pair => (pair.Key, pair.Value)));

    private static string Describe(IEnumerable<(string Name, string Value)> attributes) =>
        string.Join(' ', attributes.Where(a => a.Name is not ("id" or "name")).Select(a => $"{a.Name}={a.Value}"));
}
