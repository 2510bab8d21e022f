using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HaIac.Cib.Values;
using HaIac.Transport.Running;
using HaIac.Transport.Tooling;

namespace HaIac.Transport.Observing;

/// <summary>
/// Reads the XML of <c>crm_mon</c> and of the status parts of <c>crm_simulate</c>, from Pacemaker 2.0 to 3.x. What it does not know it passes over.
/// </summary>
/// <remarks>Source: Pacemaker, xml/api/crm_mon-*.rng, resources-*.rng, nodes-*.rng, failure-*.rng, node-history-*.rng.</remarks>
internal static partial class StatusReader
{
    private const int Infinity = 1_000_000;

    /// <summary>Reads a whole answer of crm_mon.</summary>
    public static ClusterStatus Read(XElement answer, Command command, CommandResult result)
    {
        // crm_mon may end with 0 and yet only say why it could not read the CIB.
        if (answer.Element("nodes") is null)
        {
            var errors = answer.Element("status")?.Descendants("error").Select(e => e.Value) ?? [];
            throw Answers.NotUnderstood(command, result, string.Join("; ", errors.DefaultIfEmpty("It holds no nodes.")));
        }

        var summary = answer.Element("summary");
        var controller = summary?.Element("current_dc");
        var options = summary?.Element("cluster_options");
        var status = ReadParts(answer);
        return status with
        {
            HasQuorum = Flag(controller, "with_quorum"),
            DesignatedController = Name(controller?.Attribute("name")?.Value) ?? status.Nodes.FirstOrDefault(n => n.IsController)?.Name,
            PacemakerVersion = Text(controller, "version"),
            MaintenanceMode = Flag(options, "maintenance-mode"),
            FencingEnabled = Flag(options, "stonith-enabled") || Flag(options, "fencing-enabled"),
            NoQuorumPolicy = Text(options, "no-quorum-policy"),
        };
    }

    /// <summary>Reads the parts that crm_mon and crm_simulate have in common; quorum and options are not among them.</summary>
    public static ClusterStatus ReadParts(XElement parts) => new()
    {
        HasQuorum = true,
        Nodes = Children(parts, "nodes").Where(e => e.Name == "node").Select(ReadNode).OfType<NodeStatus>().ToValueList(),
        Resources = Children(parts, "resources").Select(ReadResource).OfType<ResourceStatus>().ToValueList(),
        Failures = Children(parts, "failures").Select(ReadFailure).OfType<OperationFailure>().ToValueList(),
        FailCounts = ReadFailCounts(parts).ToValueList(),
        Bans = Children(parts, "bans").Select(ReadBan).OfType<NodeBan>().ToValueList(),
    };

    /// <summary>Parts <c>db:1</c> into the id and the number of the instance.</summary>
    public static (string Id, int? Number) PartInstance(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (text[..colon], number)
            : (text, null);
    }

    private static NodeStatus? ReadNode(XElement node) => Name(Text(node, "name")) is not { } name ? null : new NodeStatus
    {
        Name = name,
        Id = Text(node, "id"),
        Kind = Text(node, "type"),
        Online = Flag(node, "online"),
        Standby = Flag(node, "standby") || Flag(node, "standby_onfail"),
        Maintenance = Flag(node, "maintenance"),
        Pending = Flag(node, "pending"),
        Unclean = Flag(node, "unclean"),
        ShuttingDown = Flag(node, "shutdown"),
        IsController = Flag(node, "is_dc"),
    };

    private static ResourceStatus? ReadResource(XElement element)
    {
        ResourceKind? kind = element.Name.LocalName switch
        {
            "resource" => ResourceKind.Primitive,
            "group" => ResourceKind.Group,
            "clone" => ResourceKind.Clone,
            "bundle" => ResourceKind.Bundle,
            _ => null,
        };
        if (kind is null || Text(element, "id") is not { Length: > 0 } id)
        {
            return null;
        }

        return new ResourceStatus
        {
            Id = id,
            Kind = kind.Value,
            Promotable = Flag(element, "multi_state"),
            Disabled = Flag(element, "disabled") || Role(element, "target_role") == ResourceRole.Stopped,
            Instances = element.DescendantsAndSelf("resource").Select(ReadInstance).ToValueList(),
        };
    }

    private static ResourceInstance ReadInstance(XElement element)
    {
        var (id, number) = PartInstance(Text(element, "id"));
        var group = element.Ancestors("group").FirstOrDefault() is { } around ? PartInstance(Text(around, "id")) : default;
        var replica = element.Ancestors("replica").FirstOrDefault();
        return new ResourceInstance
        {
            Resource = id,
            Number = number ?? group.Number ?? (replica is null ? null : Number(replica, "id")),
            Group = group.Id,
            Agent = Text(element, "resource_agent").Replace("::", ":", StringComparison.Ordinal),
            Role = Role(element, "role") ?? (Flag(element, "active") ? ResourceRole.Started : ResourceRole.Stopped),
            TargetRole = Role(element, "target_role"),
            Nodes = NodesOf(element),
            Hosts = HostsOf(element, replica),
            Active = Flag(element, "active"),
            Failed = Flag(element, "failed"),
            FailureIgnored = Flag(element, "failure_ignored"),
            Managed = Flag(element, "managed", ifMissing: true),
            Blocked = Flag(element, "blocked"),
            Orphaned = Flag(element, "orphaned") || Flag(element, "removed"),
            Maintenance = Flag(element, "maintenance"),
            Pending = element.Attribute("pending")?.Value ?? PendingRole(Text(element, "role")),
        };
    }

    // Pacemaker puts what is being done in the place of the role, except for a probe; only some versions name it apart, too.
    private static string? PendingRole(string role) => role is "Starting" or "Stopping" or "Promoting" or "Demoting" or "Migrating" ? role : null;

    private static ValueList<NodeName> NodesOf(XElement resource) =>
        resource.Elements("node").Select(n => Name(Text(n, "name"))).OfType<NodeName>().ToValueList();

    // A replica lists its address, what is inside, its container and the connection to it; the last two run on the host.
    private static ValueList<NodeName> HostsOf(XElement resource, XElement? replica)
    {
        var connection = replica?.Elements("resource").FirstOrDefault(other => Text(other, "resource_agent") == "ocf:pacemaker:remote");
        return connection is null || connection == resource || resource.Elements("node").All(node => Text(node, "name") != Text(connection, "id")) ? [] : NodesOf(connection);
    }

    private static OperationFailure? ReadFailure(XElement failure)
    {
        var key = OperationKey().Match(Text(failure, "op_key"));
        var task = Text(failure, "task") is { Length: > 0 } named ? named : key.Groups["task"].Value;
        if (!key.Success || task.Length == 0 || Name(Text(failure, "node")) is not { } node)
        {
            return null;
        }

        return new OperationFailure
        {
            Resource = PartInstance(key.Groups["resource"].Value).Id,
            Node = node,
            Operation = task,
            Interval = TimeSpan.FromMilliseconds(double.Parse(key.Groups["interval"].Value, CultureInfo.InvariantCulture)),
            Exit = new AgentExit(Number(failure, "exitcode") ?? 1),
            Status = Text(failure, "status"),
            ExitReason = Text(failure, "exitreason") is var reason && reason is "none" ? "" : reason,
            LastChange = Time(Text(failure, "last-rc-change")),
            CallId = Number(failure, "call"),
        };
    }

    private static IEnumerable<FailCount> ReadFailCounts(XElement parts) =>
        from node in Children(parts, "node_history")
        let name = Name(Text(node, "name"))
        where name is not null
        from history in node.Elements("resource_history")
        let text = Text(history, "fail-count")
        let count = text == "INFINITY" ? Infinity : Number(history, "fail-count") ?? 0
        where count > 0
        select new FailCount(PartInstance(Text(history, "id")).Id, name, count, Number(history, "migration-threshold"));

    private static NodeBan? ReadBan(XElement ban) => Name(Text(ban, "node")) is { } node
        ? new NodeBan(
            Text(ban, "id"),
            PartInstance(Text(ban, "resource")).Id,
            node,
            Flag(ban, "promoted-only") || Flag(ban, "master_only"))
        : null;

    private static IEnumerable<XElement> Children(XElement parts, string name) => parts.Element(name)?.Elements() ?? [];

    private static string Text(XElement? element, string name) => element?.Attribute(name)?.Value ?? "";

    private static bool Flag(XElement? element, string name, bool ifMissing = false) =>
        element?.Attribute(name)?.Value is { } value ? value is "true" or "1" or "yes" : ifMissing;

    private static int? Number(XElement element, string name) =>
        int.TryParse(Text(element, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ResourceRole? Role(XElement element, string name) =>
        ResourceRoles.TryParse(Text(element, name), out var role, out _) ? role : null;

    private static NodeName? Name(string? text) => NodeName.TryParse(text, out var name, out _) ? name : null;

    // "2026-11-22 15:59:15Z", "2026-11-22 15:59:15 +01:00", or, before 2.1.3, "Sun Nov 22 15:59:15 2026".
    private static DateTimeOffset? Time(string text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (DateTimeOffset.TryParseExact(
                text,
                ["yyyy-MM-dd HH:mm:ssZ", "yyyy-MM-dd HH:mm:ss zzz", "ddd MMM d HH:mm:ss yyyy", "ddd MMM dd HH:mm:ss yyyy"],
                CultureInfo.InvariantCulture,
                Styles,
                out var time))
        {
            return time;
        }

        return null;
    }

    [GeneratedRegex("^(?<resource>.+?)_(?<task>migrate_to|migrate_from|[a-z-]+)_(?<interval>[0-9]+)$")]
    private static partial Regex OperationKey();
}
