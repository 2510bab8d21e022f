using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>
/// Brings what is declared into the element that the cluster has. Only what differs by meaning is touched, at its place; ids stay, what
/// others added stays, and what others changed is logged as a conflict and left alone.
/// </summary>
/// <param name="ids">Where new parts get their ids from.</param>
/// <param name="schema">The schema of the document; roles have other words before 3.7.</param>
/// <param name="log">Where all differences go.</param>
/// <param name="ownership">Who has a say about what is not declared; null: only what is declared is ours.</param>
internal sealed class ThreeSidedMerge(IdPool ids, SchemaVersion? schema, MergeLog log, Ownership? ownership = null)
{
    private static readonly SchemaVersion s_newRoles = new(3, 7);
    private static readonly string[] s_setTags = [CibTags.ClusterPropertySet, CibTags.InstanceAttributes, CibTags.MetaAttributes, CibTags.Utilization];

    /// <summary>Who has a say about what.</summary>
    public Ownership Owners { get; } = ownership ?? Ownership.Declared;

    /// <summary>The element of an object that is new; its own id must have been taken already.</summary>
    public CibElement Create(ObjectShape wanted) => Merge(null, wanted, new CibElement(wanted.Tag, [("id", wanted.Id)]));

    /// <summary>An element of a part as it would be written, for a look at it only.</summary>
    public static CibElement Draft(PartKind kind, ObjectShape part)
    {
        var log = new MergeLog();
        var ids = new IdPool(static _ => false);
        return new PartMerge(new ThreeSidedMerge(ids, null, log), ids, log).Create(kind, part, "", "x", "");
    }

    /// <summary>The element with the declared values in it.</summary>
    public CibElement Merge(ObjectShape? last, ObjectShape wanted, CibElement live)
    {
        ids.Reserve(wanted.PartIds);
        var element = MergeAttributes(last, wanted, live, wanted.Id, "");
        element = MergeSetsAndParts(last, wanted, element, wanted.Id, live.Name == "node" ? $"{CibSections.Nodes}-{live.Id}" : live.Id ?? wanted.Id, "");
        element = new OperationMerge(this, ids, log).Merge(last, wanted, element);
        return new MemberMerge(this, ids, log).Merge(last, wanted, element);
    }

    /// <summary>Merges the sets of pairs and the parts of an object or an operation.</summary>
    public CibElement MergeSetsAndParts(ObjectShape? last, ObjectShape wanted, CibElement live, string owner, string idBase, string path)
    {
        var element = MergeSets(last, wanted, live, owner, path, PartMerge.DeclaredSets(last, wanted, live));
        return new PartMerge(this, ids, log).Merge(last, wanted, element, owner, idBase, path);
    }

    /// <summary>Merges the XML attributes of an object or an operation.</summary>
    public CibElement MergeAttributes(ObjectShape? last, ObjectShape wanted, CibElement live, string owner, string path)
    {
        var element = live;
        foreach (var name in Names(last?.Attributes, wanted.Attributes, live.Attributes.Select(attribute => attribute.Name)))
        {
            if (name == "id")
            {
                continue;
            }

            var kind = Meaning.OfAttribute(name);
            if (Decide(owner, path + name, kind, false, last?.Attributes.Find(name), wanted.Attributes.Find(name), LiveValue(live, name)))
            {
                element = element.With(name, Spell(kind, wanted.Attributes.Find(name)));
            }
        }

        return element;
    }

    /// <summary>Merges the sets of pairs of an object or an operation.</summary>
    /// <param name="last">What we last applied.</param>
    /// <param name="wanted">What is declared.</param>
    /// <param name="live">The element that holds the sets, or is itself one.</param>
    /// <param name="owner">The object that all of it belongs to.</param>
    /// <param name="path">What stands before the names of attributes.</param>
    /// <param name="except">The ids of sets that are declared as a whole.</param>
    /// <param name="isLogged">False when the differences stand in the log already.</param>
    public CibElement MergeSets(
        ObjectShape? last, ObjectShape wanted, CibElement live, string owner, string path, IReadOnlySet<string>? except = null, bool isLogged = true)
    {
        var element = live;
        foreach (var tag in s_setTags)
        {
            var before = last?.PairsOf(tag) ?? AttributeMap.Empty;
            var after = wanted.PairsOf(tag);
            var now = AttributeSets.Effective(live, tag, except);
            var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var name in Names(before, after, now.Keys))
            {
                if (Decide(owner, NameOf(path, tag, live, name), Meaning.OfPair(tag, name), Owners.IsOperatorState(live.Name, tag, name), before.Find(name), after.Find(name), now.Find(name), isLogged))
                {
                    changes.Add(name, after.Find(name));
                }
            }

            element = AttributeSetEditor.Apply(element, tag, changes, ids, except);
        }

        return element;
    }

    /// <summary>Logs what a value is; true when it is to be written.</summary>
    public bool Decide(string owner, string attribute, ValueKind kind, bool operatorState, string? lastApplied, string? wanted, string? live, bool isLogged = true)
    {
        if (ValueMerge.Decide(kind, operatorState, lastApplied, wanted, live, Owners.Whole) is not { } change)
        {
            return false;
        }

        if (isLogged)
        {
            log.Add(owner, attribute, change, lastApplied, wanted, live);
        }

        return change is ChangeKind.Added or ChangeKind.Changed or ChangeKind.Removed;
    }

    /// <summary>The name of a pair in messages; in a part that is itself a set the pairs follow its name.</summary>
    private static string NameOf(string path, string tag, CibElement owner, string name) =>
        path.Length > 0 && owner.Name == tag ? path + name : $"{path}{(tag == CibTags.ClusterPropertySet ? "properties" : tag)}.{name}";

    private string? Spell(ValueKind kind, string? value) =>
        kind == ValueKind.Role && schema is { } version && version.CompareTo(s_newRoles) < 0 && ResourceRoles.TryParse(value, out var role, out _)
            ? ResourceRoles.FormatOld(role)
            : value;

    /// <summary>What the cluster has; an operation without interval does not recur, and the word between the conditions of a rule counts from two on.</summary>
    private static string? LiveValue(CibElement live, string name) => (live.Name, name) switch
    {
        (CibTags.Operation, "interval") when live.Id is not null => live[name] ?? "0s",
        ("rule", "boolean-op") => live.Elements.Skip(1).Any() ? live[name] ?? "and" : null,
        _ => live[name],
    };

    private static IEnumerable<string> Names(AttributeMap? last, AttributeMap wanted, IEnumerable<string> live) =>
        last is null or { Count: 0 } ? wanted.Keys.Union(live, StringComparer.Ordinal) : wanted.Keys.Concat(last.Keys).Union(live, StringComparer.Ordinal);
}
