using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Nodes;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning;

/// <summary>The findings about edits, in words.</summary>
internal static class EditFindings
{
    private const int MostListed = 5;

    public static string Where(string tag, string id) => $"CIB {tag} {id}";

    /// <summary>An object is to be created whose id the CIB has already.</summary>
    public static CibFinding IdTaken(string tag, CibId id, IdEntry holder, IReadOnlyList<AttributeChange>? differences) => new()
    {
        Code = CibFindingCodes.IdTaken,
        Subject = id,
        What = differences switch
        {
            null => $"{tag} {id} is to be created, but the id belongs to {Describe(holder)}.",
            { Count: 0 } => $"{tag} {id} is to be created, but the cluster has it already, just as declared.",
            _ => $"{tag} {id} is to be created, but the cluster has another one: {List(differences)}.",
        },
        Where = Where(tag, id.Value),
        Why = "An object that this program has not created belongs to whoever did; it is never taken over silently.",
        Mend = differences is null
            ? "Choose another id."
            : "Import the object into the stack, remove it from the cluster, or choose another id.",
    };

    /// <summary>Two edits of one transaction create the same id.</summary>
    public static CibFinding DeclaredTwice(string tag, CibId id, IdEntry holder) => new()
    {
        Code = CibFindingCodes.IdTaken,
        Subject = id,
        What = $"{tag} {id} is to be created, but the same transaction creates {Describe(holder)} already.",
        Where = Where(tag, id.Value),
        Why = "Ids are unique in the whole configuration.",
        Mend = "Give one of the two another id.",
    };

    /// <summary>A part of the object needs an id that something else has.</summary>
    public static CibFinding PartTaken(string tag, CibId id, string part, IdEntry? holder) => new()
    {
        Code = CibFindingCodes.IdTaken,
        Subject = id,
        Related = [CibId.OfLive(part)],
        What = holder is null
            ? $"{tag} {id} is to hold {part}, but the same edit uses that id already."
            : $"{tag} {id} is to hold {part}, but the id belongs to {Describe(holder.Value)}.",
        Where = Where(tag, id.Value),
        Why = "Ids are unique in the whole configuration, and a resource is in one place only.",
        Mend = $"Choose another id for {part}, or remove the other one in the same deployment.",
    };

    public static CibFinding TwiceInside(string tag, CibId id, string part) => new()
    {
        Code = CibFindingCodes.DuplicateId,
        Subject = id,
        Related = [CibId.OfLive(part)],
        What = $"{tag} {id} is declared with the id {part} twice.",
        Where = Where(tag, id.Value),
        Why = "Ids are unique in the whole configuration.",
        Mend = "Give one of the two another id.",
    };

    public static CibFinding OtherKind(string tag, CibId id, IdEntry holder, LastWriter writer) => new()
    {
        Code = CibFindingCodes.OtherKind,
        Subject = id,
        What = $"{id} was last applied as {tag}; the cluster now has {Describe(holder)} with that id.",
        Where = $"{Where(tag, id.Value)}; {writer.OfWholeCib}",
        Why = "Somebody removed the object and used its id for something else.",
        Mend = "Refresh the stack to drop the object from its state, or remove the other one from the cluster.",
    };

    public static CibFinding Dangling(string tag, CibId id, Reference reference, bool wasRefused) => new()
    {
        Code = CibFindingCodes.DanglingReference,
        Subject = id,
        Attribute = reference.Attribute,
        Related = [CibId.OfLive(reference.Id)],
        What = $"{tag} {id} names the {reference.Kind} {reference.Id}, which exists nowhere.",
        Where = $"{Where(tag, id.Value)}, attribute {reference.Attribute}",
        Why = wasRefused
            ? $"{reference.Id} was to be created in the same transaction, but was refused; see the finding about it."
            : "It is neither in the cluster nor declared in the same deployment.",
        Mend = wasRefused ? $"Mend {reference.Id} first." : $"Correct the id, or declare {reference.Id}.",
    };

    public static CibFinding StillReferredTo(string tag, CibId id, string vanished, IReadOnlyCollection<CibElement> referrers) => new()
    {
        Code = CibFindingCodes.StillReferredTo,
        Subject = id,
        Related = referrers.Where(referrer => referrer.Id is not null).Select(referrer => CibId.OfLive(referrer.Id!)).ToValueList(),
        What = $"{vanished} is to be removed, but {string.Join(", ", referrers.Take(MostListed).Select(Describe))}{Rest(referrers.Count)} still {(referrers.Count == 1 ? "refers" : "refer")} to it.",
        Where = Where(tag, id.Value),
        Why = "A reference to nothing is refused or ignored by the cluster, and what refers to it is not ours to remove.",
        Mend = referrers.Any(referrer => IsOperatorConstraint(referrer.Id))
            ? $"Clear the operator's moves and bans (crm_resource --clear --resource {vanished}) and remove the others, then run again."
            : "Remove them first, or in the same deployment.",
    };

    public static CibFinding HoldsForeign(string tag, CibId id, IReadOnlyCollection<CibElement> members, LastWriter writer) => new()
    {
        Code = CibFindingCodes.HoldsForeign,
        Subject = id,
        Related = members.Select(member => CibId.OfLive(member.Id!)).ToValueList(),
        What = $"{tag} {id} is to be removed, but it holds {string.Join(", ", members.Take(MostListed).Select(Describe))}{Rest(members.Count)}, which this program did not put there.",
        Where = $"{Where(tag, id.Value)}; {writer.OfWholeCib}",
        Why = "Removing it would remove the work of somebody else.",
        Mend = "Move these out or remove them, then run again.",
    };

    public static CibFinding NoSuchNode(string tag, CibId id, IReadOnlyCollection<ClusterNode> nodes) => new()
    {
        Code = CibFindingCodes.UnknownNode,
        Subject = id,
        What = $"Attributes of the node with id {id} are to be set, but the configuration has no such node.",
        Where = Where(tag, id.Value),
        Why = "Nodes enter the configuration when they join the cluster; an entry made before would be a node that is never there.",
        Mend = nodes.Count == 0
            ? "Let the node join the cluster first."
            : $"Name one of {string.Join(", ", nodes.Take(MostListed).Select(node => $"{node.Id} ({node.Name})"))}{Rest(nodes.Count)}, or let the node join the cluster first.",
    };

    public static CibFinding WrappedByOthers(string tag, CibId id, CibElement holder, LastWriter writer) => new()
    {
        Code = CibFindingCodes.WrappedByOthers,
        Subject = id,
        Related = holder.Id is null ? [] : [CibId.OfLive(holder.Id)],
        What = $"{tag} {id} is to be removed, but it is now the only resource in {Describe(holder)}, which this program did not make.",
        Where = $"{Where(tag, id.Value)}; {writer.OfWholeCib}",
        Why = $"A {holder.Name} without a resource is refused by the cluster.",
        Mend = $"Remove {Describe(holder)} first.",
    };

    public static CibFinding ChangedByOthers(string tag, AttributeChange change, LastWriter writer) => new()
    {
        Code = CibFindingCodes.ChangedByOthers,
        Subject = change.Object,
        Attribute = change.Attribute,
        Conflict = new(change.Object, change.Attribute, change.LastApplied, change.Live, change.Wanted, writer),
        What = $"{change.Object} {change.Attribute}: last applied {Show(change, change.LastApplied)}, now {Show(change, change.Live)} in the cluster, wanted {Show(change, change.Wanted)}.",
        Where = $"{Where(tag, change.Object.Value)}; {writer.OfWholeCib}",
        Why = "Nothing that somebody else wrote is overwritten.",
        Mend = change.LastApplied is null
            ? "Declare the value that the cluster has, or take it out of the cluster; nothing was written."
            : "Refresh the stack to take the change over into its state, or change the program; nothing was written.",
    };

    public static CibFinding RemovedByOthers(string tag, CibId id, LastWriter writer) => new()
    {
        Code = CibFindingCodes.ChangedByOthers,
        Subject = id,
        Conflict = new(id, "", "the object", null, "the object", writer),
        What = $"{tag} {id} is to be changed, but somebody removed it from the cluster.",
        Where = $"{Where(tag, id.Value)}; {writer.OfWholeCib}",
        Why = "Whether it should come back is not for this edit to decide.",
        Mend = "Refresh the stack, then run again: the object is created anew; nothing was written.",
    };

    private static bool IsOperatorConstraint(string? id) =>
        id is not null && (id.StartsWith("cli-ban-", StringComparison.Ordinal) || id.StartsWith("cli-prefer-", StringComparison.Ordinal));

    private static string Describe(IdEntry holder) =>
        ReferenceEquals(holder.Element, holder.Top) ? Describe(holder.Element) : $"{Describe(holder.Element)} in {Describe(holder.Top)}";

    private static string Describe(CibElement element) => element.Id is null ? $"a {element.Name}" : $"{element.Name} {element.Id}";

    /// <summary>The first few of a list, and how many more there are.</summary>
    public static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return string.Join(", ", all.Take(MostListed)) + Rest(all.Count);
    }

    private static string List(IReadOnlyList<AttributeChange> differences) =>
        string.Join("; ", differences.Take(MostListed).Select(d => $"{d.Attribute} is {Show(d, d.Live)}, wanted {Show(d, d.Wanted)}")) + Rest(differences.Count);

    private static string Rest(int count) => count > MostListed ? $" and {count - MostListed} more" : "";

    private static string Show(AttributeChange change, string? value) => value switch
    {
        null => "not set",
        "" => "\"\"",
        _ => SecretNames.Show(change.Attribute, value),
    };
}
