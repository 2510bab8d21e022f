using System.CommandLine;
using HaIac.Cib.Values;
using HaIac.Cli.Clusters;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac cluster</c>: looks at a cluster, and lets nodes and resources of a virtual one fail.</summary>
internal static class ClusterCommand
{
    /// <summary>The command with its verbs.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var address = new Option<string?>("--cluster") { Description = "The cluster; without it haiac:cluster of the stack.", Recursive = true, HelpName = "ADDRESS" };
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON.", Recursive = true };
        var node = new Argument<string>("node") { Description = "Name of the node." };
        var resource = new Argument<string>("resource") { Description = "Id of the resource." };

        ClusterContext Open(ParseResult parsed) =>
            ClusterContext.Open(global.HostOf(parsed, host), parsed.GetValue(address), parsed.GetValue(global.Stack), parsed.GetValue(json));

        var status = new Command("status", "Show nodes, resources with the nodes they run on, and failures.");
        status.SetAction(async (parsed, ct) =>
        {
            await using var cluster = Open(parsed);
            await cluster.StatusAsync(ct);
        });
        var failNode = new Command("fail-node", "Let a node of a virtual cluster fail.") { node };
        failNode.SetAction(async (parsed, ct) =>
        {
            await using var cluster = Open(parsed);
            await cluster.FailNodeAsync(NodeName.Parse(parsed.GetValue(node)), ct);
        });
        var recoverNode = new Command("recover-node", "Bring a node of a virtual cluster back.") { node };
        recoverNode.SetAction(async (parsed, ct) =>
        {
            await using var cluster = Open(parsed);
            await cluster.RecoverNodeAsync(NodeName.Parse(parsed.GetValue(node)), ct);
        });
        var failResource = new Command("fail-resource", "Let a resource of a virtual cluster fail on a node.") { resource, node };
        failResource.SetAction(async (parsed, ct) =>
        {
            await using var cluster = Open(parsed);
            await cluster.FailResourceAsync(CibId.Parse(parsed.GetValue(resource)), NodeName.Parse(parsed.GetValue(node)), ct);
        });
        return new Command("cluster", "Look at the cluster; let parts of a virtual one fail.") { address, json, status, failNode, recoverNode, failResource };
    }
}
