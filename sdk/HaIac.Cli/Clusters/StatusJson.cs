using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaIac.Cli.Printing;
using HaIac.Transport.Observing;

namespace HaIac.Cli.Clusters;

/// <summary>The state of a cluster for programs.</summary>
internal static class StatusJson
{
    /// <summary>The document.</summary>
    /// <param name="address">The cluster.</param>
    /// <param name="status">Its state.</param>
    /// <param name="moves">What moved; default for a mere look.</param>
    public static string Write(string address, ClusterStatus status, ImmutableArray<string> moves = default)
    {
        var document = new JsonObject
        {
            ["cluster"] = address,
            ["quorum"] = status.HasQuorum,
            ["controller"] = status.DesignatedController?.ToString(),
            ["maintenanceMode"] = status.MaintenanceMode,
            ["pacemakerVersion"] = status.PacemakerVersion,
            ["nodes"] = new JsonArray([.. status.Nodes.Select(Node)]),
            ["resources"] = new JsonArray([.. status.Resources.Select(Resource)]),
            ["failures"] = new JsonArray([.. status.Failures.Select(Failure)]),
            ["bans"] = new JsonArray([.. status.Bans.Select(ban => (JsonNode)new JsonObject
            {
                ["constraint"] = ban.ConstraintId,
                ["resource"] = ban.Resource,
                ["node"] = $"{ban.Node}",
            })]),
        };
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

    private static JsonNode Resource(ResourceStatus resource) => new JsonObject
    {
        ["id"] = resource.Id,
        ["kind"] = resource.Kind.ToString().ToLowerInvariant(),
        ["promotable"] = resource.Promotable,
        ["disabled"] = resource.Disabled,
        ["runningOn"] = new JsonArray([.. resource.Instances.Where(instance => instance.Active).SelectMany(instance => instance.Nodes).Distinct().Order().Select(node => (JsonNode)$"{node}")]),
        ["promotedOn"] = new JsonArray([.. resource.Instances.Where(instance => instance.Role == Cib.Values.ResourceRole.Promoted).SelectMany(instance => instance.Nodes).Distinct().Order().Select(node => (JsonNode)$"{node}")]),
        ["failed"] = resource.Instances.Any(instance => instance.Failed),
        ["blocked"] = resource.Instances.Any(instance => instance.Blocked),
        ["managed"] = resource.Instances.All(instance => instance.Managed),
    };

    private static JsonNode Failure(OperationFailure failure) => new JsonObject
    {
        ["resource"] = failure.Resource,
        ["node"] = $"{failure.Node}",
        ["operation"] = failure.Operation,
        ["exitCode"] = failure.Exit.Code,
        ["meaning"] = failure.Exit.Meaning,
        ["reason"] = failure.ExitReason,
    };
}
