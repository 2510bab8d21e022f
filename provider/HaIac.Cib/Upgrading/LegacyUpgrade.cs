using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Identifiers;
using HaIac.Cib.Values;

namespace HaIac.Cib.Upgrading;

/// <summary>Replaces the words of Pacemaker 1 in a configuration by today's, without changing what the cluster does.</summary>
/// <remarks>Source: Pacemaker Explained, Clones, Promotable Clones; resources-3.9.rng element-master, constraints-3.9.rng element-order and attribute-roles.</remarks>
public static class LegacyUpgrade
{
    private static readonly SchemaVersion s_newRoles = new(3, 7);

    private static readonly Dictionary<string, string> s_newNames = new(StringComparer.Ordinal)
    {
        ["master-max"] = "promoted-max",
        ["master-node-max"] = "promoted-node-max",
    };

    /// <summary>Upgrades the whole configuration; the status is not touched.</summary>
    /// <param name="document">The document.</param>
    public static LegacyUpgradeOutcome Run(CibDocument document) => Run(document, static _ => true);

    /// <summary>Upgrades one object and all inside.</summary>
    /// <param name="document">The document.</param>
    /// <param name="id">The object at the top of a section, for example a <c>master</c>; other objects keep their words.</param>
    public static LegacyUpgradeOutcome Run(CibDocument document, CibId id) => Run(document, top => top.Id == id.Value);

    private static LegacyUpgradeOutcome Run(CibDocument document, Func<CibElement, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Configuration is not { } configuration)
        {
            return new(document, []);
        }

        var work = new Work(
            new IdPool(id => document.Index.Find(id) is not null),
            document.Schema is not { } schema || schema.CompareTo(s_newRoles) >= 0);
        var after = work.Sections(configuration, isWanted);
        return ReferenceEquals(after, configuration)
            ? new(document, [])
            : new(document.WithRoot(document.Root.Replace(configuration, after)), work.Changes);
    }

    private sealed class Work(IdPool ids, bool knowsNewRoles)
    {
        private readonly ImmutableArray<LegacyChange>.Builder _changes = ImmutableArray.CreateBuilder<LegacyChange>();

        public ImmutableArray<LegacyChange> Changes => _changes.ToImmutable();

        public CibElement Sections(CibElement configuration, Func<CibElement, bool> isWanted) =>
            WithElements(configuration, section => WithElements(section, top => isWanted(top) ? Element(top, "") : top));

        private CibElement Element(CibElement element, string holder)
        {
            var id = element.Id ?? holder;
            var upgraded = element.Name switch
            {
                "master" => Master(element, id),
                "docker" or "podman" or "rkt" => Renamed(element, id, "masters", "promoted-max"),
                "rsc_order" => Order(element, id),
                CibTags.Pair => Pair(element, holder),
                _ => element,
            };
            foreach (var name in new[] { "role", "rsc-role", "with-rsc-role" })
            {
                upgraded = Role(upgraded, id, name, name);
            }

            return WithElements(upgraded, child => Element(child, id));
        }

        /// <summary>A clone in place of the element, with the pair that makes it promotable in the set that counts most.</summary>
        private CibElement Master(CibElement master, string id)
        {
            Add(id, "master", "master", "clone promotable=true");
            var clone = new CibElement("clone", master.Attributes, master.Children, master.Line);
            return Comparing.AttributeSetEditor.Apply(clone, CibTags.MetaAttributes, new(StringComparer.Ordinal) { [CibTags.Promotable] = "true" }, ids);
        }

        private CibElement Order(CibElement order, string id)
        {
            if (order["score"] is not { } score || order["kind"] is not null)
            {
                return order;
            }

            var kind = Score.TryParse(score, out var value, out _) && value.Value == 0 ? "Optional" : "Mandatory";
            Add(id, "score", score, $"kind {kind}");
            return order.With("score", null).With("kind", kind);
        }

        private CibElement Pair(CibElement pair, string set)
        {
            if (pair["name"] is { } name && s_newNames.TryGetValue(name, out var next))
            {
                Add(set, name, name, next);
                return pair.With("name", next);
            }

            return pair["name"] is "target-role" ? Role(pair, set, "value", "target-role") : pair;
        }

        private CibElement Renamed(CibElement element, string id, string old, string name)
        {
            if (element[old] is not { } value || element[name] is not null)
            {
                return element;
            }

            Add(id, old, old, name);
            return new CibElement(element.Name, [.. element.Attributes.Select(a => a.Name == old ? new CibAttribute(name, a.Value) : a)], element.Children, element.Line);
        }

        private CibElement Role(CibElement element, string id, string attribute, string what)
        {
            if (!knowsNewRoles
                || element[attribute] is not { } text
                || !ResourceRoles.TryParse(text, out var role, out _)
                || !string.Equals(text.Trim(), ResourceRoles.FormatOld(role), StringComparison.OrdinalIgnoreCase)
                || ResourceRoles.FormatOld(role) == ResourceRoles.Format(role))
            {
                return element;
            }

            Add(id, what, text, ResourceRoles.Format(role));
            return element.With(attribute, ResourceRoles.Format(role));
        }

        private void Add(string id, string what, string old, string now) => _changes.Add(new(id, what, old, now));

        private static CibElement WithElements(CibElement element, Func<CibElement, CibElement> change)
        {
            var children = element.Children.Select(child => child is CibElement inner ? change(inner) : child).ToImmutableArray();
            return children.AsSpan().SequenceEqual(element.Children.AsSpan(), ReferenceEqualityComparer.Instance) ? element : element.WithChildren(children);
        }
    }
}
