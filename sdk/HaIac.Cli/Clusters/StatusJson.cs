using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaIac.Cli.Printing;
using HaIac.Operating.Reporting;
using HaIac.Transport.Observing;

namespace HaIac.Cli.Clusters;

/// <summary>The report of a cluster for programs.</summary>
internal static class StatusJson
{
    /// <summary>The document.</summary>
    /// <param name="report">The report.</param>
    /// <param name="history">Whether the operations behind it are told.</param>
    /// <param name="moves">What moved; default for a mere look.</param>
    public static string Write(ClusterReport report, bool history = false, ImmutableArray<string> moves = default)
    {
        var document = new JsonObject
        {
            ["cluster"] = report.Address,
            ["quorum"] = report.HasQuorum,
            ["controller"] = report.Controller?.ToString(),
            ["maintenanceMode"] = report.MaintenanceMode,
            ["pacemakerVersion"] = report.PacemakerVersion,
            ["options"] = new JsonObject(report.Options.Select(option => KeyValuePair.Create(option.Name, (JsonNode?)option.Value))),
            ["nodes"] = new JsonArray([.. report.Nodes.Select(Node)]),
            ["resources"] = new JsonArray([.. report.Resources.Select(Resource)]),
            ["failures"] = new JsonArray([.. report.Failures.Select(Failure)]),
            ["failCounts"] = new JsonArray([.. report.FailCounts.Select(count => (JsonNode)new JsonObject { ["resource"] = count.Resource, ["node"] = $"{count.Node}", ["count"] = count.Count })]),
            ["bans"] = new JsonArray([.. report.Bans.Select(ban => (JsonNode)new JsonObject
            {
                ["constraint"] = ban.ConstraintId,
                ["resource"] = ban.Resource,
                ["node"] = $"{ban.Node}",
                ["promotedOnly"] = ban.PromotedOnly,
            })]),
            ["operatorState"] = new JsonArray([.. report.OperatorMarks.Select(mark => (JsonNode)new JsonObject { ["subject"] = mark.Subject, ["setting"] = mark.Text })]),
        };
        if (history)
            document["history"] = new JsonArray([.. report.History.Select(Operation)]);
        if (!moves.IsDefault)
            document["moves"] = new JsonArray([.. moves.Select(move => (JsonNode)move)]);
        return document.ToJsonString(JsonStyle.Indented);
    }

    private static JsonNode Node(NodeStatus node) => new JsonObject
    {
        ["name"] = $"{node.Name}",
        ["online"] = node.Online,
        ["standby"] = node.Standby,
        ["maintenance"] = node.Maintenance,
        ["unclean"] = node.Unclean,
    };

    private static JsonNode Resource(ResourceReport resource) => new JsonObject
    {
        ["id"] = resource.Id,
        ["kind"] = resource.Kind is ServiceKind.Promotable ? "clone" : KindWords.Text(resource.Kind),
        ["promotable"] = resource.Kind is ServiceKind.Promotable,
        ["disabled"] = resource.Disabled,
        ["runningOn"] = Names(resource, place => place.Active),
        ["promotedOn"] = Names(resource, place => place.State == PlaceState.Promoted),
        ["failed"] = resource.Failed,
        ["blocked"] = resource.Blocked,
        ["managed"] = !resource.Unmanaged,
        ["orphaned"] = resource.Orphaned,
        ["pending"] = new JsonArray([.. resource.Pending.Select(word => (JsonNode)word)]),
        ["places"] = new JsonArray([.. resource.Places.Select(Place)]),
    };

    private static JsonNode Place(PlaceReport place) => new JsonObject
    {
        ["node"] = $"{place.Node}",
        ["state"] = place.State.ToString().ToLowerInvariant(),
        ["running"] = place.Running,
        ["members"] = place.Members,
        ["failed"] = place.Failed,
        ["blocked"] = place.Blocked,
        ["managed"] = !place.Unmanaged,
        ["location"] = place.Allowed,
        ["banned"] = place.Banned,
    };

    private static JsonArray Names(ResourceReport resource, Func<PlaceReport, bool> which) =>
        [.. resource.Places.Where(which).Select(place => place.Node).Order().Select(node => (JsonNode)$"{node}")];

    private static JsonNode Failure(OperationFailure failure) => new JsonObject
    {
        ["resource"] = failure.Resource,
        ["node"] = $"{failure.Node}",
        ["operation"] = failure.Operation,
        ["exitCode"] = failure.Exit.Code,
        ["meaning"] = failure.Exit.Meaning,
        ["reason"] = failure.ExitReason,
    };

    private static JsonNode Operation(HistoryEntry entry) => new JsonObject
    {
        ["resource"] = entry.Resource,
        ["node"] = $"{entry.Node}",
        ["call"] = entry.CallId,
        ["operation"] = entry.Operation,
        ["intervalSeconds"] = entry.Interval.TotalSeconds,
        ["pending"] = entry.Pending,
        ["exitCode"] = entry.Pending ? null : entry.Exit.Code,
        ["reason"] = entry.ExitReason,
        ["time"] = entry.LastChange?.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture) + (entry.LastChange is null ? "" : "Z"),
    };
}
