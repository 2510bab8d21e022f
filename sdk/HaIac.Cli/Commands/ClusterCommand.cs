using System.CommandLine;
using HaIac.Cib.Values;
using HaIac.Cli.Clusters;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac cluster</c>: looks at a cluster, changes it as a whole, and lets nodes and resources of a virtual one fail.</summary>
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

        var history = new Option<bool>("--history") { Description = "Show the operations that led to each state." };
        var watch = new Option<bool>("--watch", "-w") { Description = "Print it again whenever it changed, until Ctrl-C." };
        var status = new Command("status", "Show nodes, how each resource is on each of them, options, failures, and what was set by hand.") { history, watch };
        status.SetAction(async (parsed, ct) =>
        {
            await using var cluster = Open(parsed);
            await cluster.StatusAsync(parsed.GetValue(history), parsed.GetValue(watch), ct);
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
        var command = new Command("cluster", "Look at the cluster; change it as a whole; let parts of a virtual one fail.") { address, json, status, failNode, recoverNode, failResource };
        foreach (var change in ClusterChangeCommands.Create(Open, host.Clock))
            command.Subcommands.Add(change);
        return command;
    }
}
