using System.Globalization;
using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Fencing;
using HaIac.Cib.Nodes;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Clusters;

/// <summary>Nodes that come and go (requirements Q3, J5).</summary>
internal static class NodePlan
{
    private const int LongestRemark = 5;

    /// <summary>Makes a node known to the cluster before it joins, and allows it what our constraints allow every other node.</summary>
    /// <param name="cib">The CIB now.</param>
    /// <param name="name">The node's name, as corosync's node list will spell it.</param>
    /// <param name="id">Its id there; null: the next free one.</param>
    /// <param name="standby">Whether it shall run nothing until it is put online.</param>
    /// <exception cref="FindingException">HAI1252: it is there already, or its id is another node's.</exception>
    public static ClusterChange Add(CibDocument cib, NodeName name, int? id, bool standby)
    {
        if (cib.FindNode(name) is { } there)
        {
            return ClusterChange.Nothing($"{there.Name} is a node of the cluster already (id {there.Id}).");
        }

        var number = id ?? (cib.NodeEntries.Select(node => int.TryParse(node.Id.Value, CultureInfo.InvariantCulture, out var known) ? known : 0).DefaultIfEmpty().Max() + 1);
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (cib.NodeEntries.FirstOrDefault(node => node.Id.Value == text) is { } other)
        {
            throw new FindingException(new(
                FindingCode.NodeInUse, $"Id {number} is that of node {other.Name}.", "section nodes of the CIB", "Every node has an id of its own; it is the nodeid of corosync's node list.", "Give the id that the new node has there: --id NUMBER."));
        }

        var allowed = AllowedEverywhere(cib);
        return new()
        {
            Steps =
            [
                $"node {name} (id {number}): recorded{(standby ? ", in standby" : "")}",
                .. allowed.Select(constraint => $"{constraint.Resource}: allowed on {name} ({OnNode(constraint.Resource!, name)}), as on every other node"),
            ],
            Rewrite = document => Added(document, name, text, standby),
            OnNodes =
            [
                $"On every node: add {name} with nodeid {number} to the node list of /etc/corosync/corosync.conf, then run corosync-cfgtool -R once.",
                $"On {name}: install pacemaker and corosync, copy /etc/corosync (with its authkey, if there is one), then start both.",
            ],
            Notes = standby ? [$"When it has joined: haiac cluster online {name}"] : [],
        };
    }

    /// <summary>Removes a node that is off: its record, attributes, state and history, and the constraints and fencing levels about it alone.</summary>
    /// <param name="cib">The CIB now.</param>
    /// <param name="status">The state now.</param>
    /// <param name="name">The node, by its name in the cluster.</param>
    /// <exception cref="FindingException">HAI1252: there is no such node; HAI1253: it is still in use.</exception>
    public static ClusterChange Remove(CibDocument cib, ClusterStatus status, NodeName name)
    {
        var node = OptionPlan.Find(cib, name);
        if (status.FindNode(node.Name) is { Online: true })
        {
            throw InUse($"{node.Name} is still online.", node, "A node that runs writes its record again as soon as it is gone.", $"Put it in standby (haiac cluster standby {node.Name}), wait until nothing runs there, stop pacemaker and corosync on it, then remove it.");
        }

        if (node.Type is NodeType.Remote)
        {
            throw InUse($"{node.Name} is a remote node.", node, "A remote node is there because of a resource of the same name, or of one with remote-node.", "Remove that resource; its record then goes with haiac cluster remove-node once more, or by itself.");
        }

        if (cib.Nodes.Count() == 1)
        {
            throw InUse($"{node.Name} is the only node of the cluster.", node, "A cluster without nodes is none.", "Destroy the cluster by its own tools instead.");
        }

        var about = cib.Constraints.OfType<LocationConstraint>().Where(constraint => IsAboutOnly(constraint, node.Name)).ToList();
        var levels = cib.Objects.OfType<FencingLevel>().Where(level => level.Target == node.Name).ToList();
        var gone = about.Select(constraint => constraint.Id.Value).Concat(levels.Select(level => level.Id.Value)).ToHashSet(StringComparer.Ordinal);
        var named = StillNaming(cib, node, gone).Distinct().ToList();
        return new()
        {
            Steps =
            [
                $"node {node.Name} (id {node.Id}): record and attributes removed",
                $"node {node.Name}: state and operation history removed",
                .. about.Select(constraint => $"{constraint.Id}: removed, it is about {node.Name} only"),
                .. levels.Select(level => $"{level.Id}: removed, a fencing level of {node.Name}"),
            ],
            Rewrite = document => Removed(document, node),
            Forget = node.Name,
            Notes = named.Count > 0 ? [$"Still naming {node.Name}: {string.Join(", ", named.Take(LongestRemark))}{(named.Count > LongestRemark ? $" and {named.Count - LongestRemark} more" : "")}"] : [],
            OnNodes =
            [
                $"On every node that stays: take {node.Name} out of the node list of /etc/corosync/corosync.conf, then run corosync-cfgtool -R once; otherwise its vote still counts and it may come back.",
            ],
        };
    }

    /// <summary>Our constraint that allows a resource on a node (requirement J1).</summary>
    private static string OnNode(CibId resource, NodeName node) => $"{resource}-on-{node}";

    private static List<LocationConstraint> AllowedEverywhere(CibDocument cib)
    {
        var nodes = cib.NodeEntries.Where(node => node.Type is null or NodeType.Member).Select(node => node.Name).ToHashSet();
        return [.. cib.Constraints.OfType<LocationConstraint>()
            .Where(constraint => constraint is { Resource: not null, Node: not null } && constraint.Id.Value == OnNode(constraint.Resource, constraint.Node))
            .GroupBy(constraint => constraint.Resource).Where(group => nodes.IsSubsetOf(group.Select(constraint => constraint.Node!))).Select(group => group.First())];
    }

    private static CibDocument Added(CibDocument cib, NodeName name, string id, bool standby)
    {
        var attributes = standby
            ? new[] { new CibElement("instance_attributes", [("id", $"nodes-{id}")], new CibElement("nvpair", [("id", $"nodes-{id}-standby"), ("name", "standby"), ("value", "on")])) }
            : [];
        var grown = InSection(cib, "nodes", section => section.Append(new CibElement("node", [("id", id), ("uname", name.Value)], attributes)));
        return AllowedEverywhere(cib).Aggregate(grown, (document, like) => InSection(document, "constraints", section => section.Append(
            section.Elements.First(element => element.Id == like.Id.Value).With("id", OnNode(like.Resource!, name)).With("node", name.Value))));
    }

    private static CibDocument Removed(CibDocument cib, ClusterNode node)
    {
        var about = cib.Constraints.OfType<LocationConstraint>().Where(constraint => IsAboutOnly(constraint, node.Name)).Select(constraint => constraint.Id.Value).ToHashSet(StringComparer.Ordinal);
        var document = InSection(cib, "nodes", section => Without(section, element => element.Id == node.Id.Value));
        document = InSection(document, "constraints", section => Without(section, element => element.Id is { } id && about.Contains(id)));
        document = InSection(document, "fencing-topology", section => Without(section, element => string.Equals(element["target"], node.Name.Value, StringComparison.OrdinalIgnoreCase)));
        return document.Status is { } status
            ? document.WithRoot(document.Root.Replace(status, Without(status, state => string.Equals(state["uname"], node.Name.Value, StringComparison.OrdinalIgnoreCase) || (state.Name == "node_state" && state.Id == node.Id.Value))))
            : document;
    }

    private static CibDocument InSection(CibDocument cib, string name, Func<CibElement, CibElement> change) =>
        cib.Configuration is { } configuration && configuration.Find(name) is { } section
            ? cib.WithRoot(cib.Root.Replace(configuration, configuration.Replace(section, change(section))))
            : cib;

    private static CibElement Without(CibElement parent, Func<CibElement, bool> gone) => parent.Elements.Where(gone).ToList().Aggregate(parent, (rest, child) => rest.Remove(child));

    /// <summary>Whether a constraint can hold for no other node: it names the node, or each of its rules asks for its name.</summary>
    private static bool IsAboutOnly(LocationConstraint constraint, NodeName node) => constraint.Node is { } named
        ? named == node
        : constraint.Rules.Count > 0 && constraint.Rules.All(rule => rule.Operator is null or Cib.Rules.RuleOperator.And && rule.Expressions.OfType<Cib.Rules.NodeAttributeExpression>()
            .Any(test => test is { Attribute: "#uname", Comparison: Cib.Rules.AttributeComparison.Equal } && string.Equals(test.Value, node.Value, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> StillNaming(CibDocument cib, ClusterNode node, HashSet<string> gone) =>
        from section in cib.Configuration?.Elements ?? []
        where section.Name != "nodes"
        from top in section.Elements
        where top.Id is { } id && !gone.Contains(id) && Names(top, node.Name.Value)
        select $"{top.Name} {top.Id}";

    private static bool Names(CibElement element, string name) =>
        element.Attributes.Any(attribute => attribute.Name is not "id" && attribute.Value.Split(' ', ',', ';', ':').Contains(name, StringComparer.OrdinalIgnoreCase))
        || element.Elements.Any(child => Names(child, name));

    private static FindingException InUse(string what, ClusterNode node, string why, string mend) => new(new(FindingCode.NodeInUse, what, $"CIB node {node.Id}", why, mend));
}
