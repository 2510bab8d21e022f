using System.Text.Json.Nodes;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Reporting;

namespace HaIac.Cli.Services;

/// <summary>Services for programs.</summary>
internal static class ServiceJson
{
    /// <summary>How a service is.</summary>
    public static JsonObject Status(ServiceReport report) => new()
    {
        ["service"] = report.Name,
        ["state"] = Word(report.State),
        ["running"] = report.IsRunning,
        ["kind"] = KindWords.Text(report.Kind),
        ["id"] = report.Id.Value,
        ["outerId"] = report.Outer.Value,
        ["agents"] = new JsonArray([.. report.Agents.Select(agent => (JsonNode)agent)]),
        ["managed"] = report.Managed.IsTrue,
        ["managedBecause"] = report.Managed.Source,
        ["targetRole"] = report.TargetRole.Value,
        ["nodes"] = new JsonArray([.. report.Nodes.Select(Node)]),
        ["missingLocations"] = new JsonArray([.. report.MissingLocations.Select(node => (JsonNode)node.Value)]),
        ["notes"] = new JsonArray([.. report.Notes.Select(note => (JsonNode)note)]),
    };

    /// <summary>What an operation did.</summary>
    public static JsonObject Outcome(OperationReport report) => new()
    {
        ["service"] = report.Service,
        ["operation"] = report.Operation,
        ["changed"] = report.Changed,
        ["steps"] = new JsonArray([.. report.Steps.Select(step => (JsonNode)new JsonObject { ["name"] = step.Name, ["text"] = step.Text, ["changed"] = step.Changed })]),
        ["erased"] = new JsonArray([.. report.Erased.Select(erased => (JsonNode)erased)]),
        ["warnings"] = new JsonArray([.. report.Warnings.Select(warning => (JsonNode)warning.ToString())]),
        ["after"] = report.After is { } after ? Status(after) : null,
    };

    private static JsonNode Node(NodeReport node) => new JsonObject
    {
        ["node"] = node.Node.Value,
        ["state"] = Word(node.State),
        ["failed"] = node.Failed,
        ["unmanaged"] = node.Unmanaged,
        ["disabled"] = node.Disabled,
        ["blocked"] = node.Blocked,
        ["pending"] = node.Pending,
        ["location"] = node.LocationPresent,
        ["bans"] = new JsonArray([.. node.Bans.Select(ban => (JsonNode)ban)]),
        ["failCount"] = node.FailCount,
        ["history"] = new JsonArray([.. node.History.Select(entry => (JsonNode)OperationWords.Of(entry))]),
    };

    private static string Word(NodeState state) => char.ToLowerInvariant($"{state}"[0]) + $"{state}"[1..];
}
