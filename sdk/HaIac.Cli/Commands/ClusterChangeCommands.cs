using System.CommandLine;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Cli.Clusters;
using HaIac.Operating.Clusters;
using HaIac.Transport.Observing;

namespace HaIac.Cli.Commands;

/// <summary>The verbs of <c>haiac cluster</c> that change a cluster as a whole. Each tells what it would do and asks first.</summary>
internal static class ClusterChangeCommands
{
    /// <summary>The verbs.</summary>
    /// <param name="open">Opens the cluster that the arguments name.</param>
    /// <param name="clock">Tells when a lifetime ends.</param>
    public static IEnumerable<Command> Create(Func<ParseResult, ClusterContext> open, TimeProvider clock)
    {
        var node = new Argument<string>("node") { Description = "Name of the node, as the cluster knows it." };
        var maybeNode = new Argument<string?>("node") { Description = "Name of the node, as the cluster knows it.", Arity = ArgumentArity.ZeroOrOne };
        var resource = new Argument<string>("resource") { Description = "Id of the resource; an inner one stands for what is around it." };
        var lifetime = new Option<CibDuration?>("--lifetime")
        {
            Description = "How long it holds: 30min, 2h, P1D. Without it until it is cleared.",
            HelpName = "TIME",
            CustomParser = result =>
            {
                if (CibDuration.TryParse(result.Tokens[0].Value, out var duration, out var reason) && duration.Value > TimeSpan.Zero)
                    return duration;
                result.AddError($"--lifetime {result.Tokens[0].Value}: {reason ?? "it must be longer than nothing"}");
                return null;
            },
        };

        var state = new Argument<string>("state") { Description = "on or off." };
        state.AcceptOnlyFromAmong("on", "off");
        yield return Verb("maintenance", "Leave all resources alone, or those of one node: nothing is started, stopped or monitored until it is off again.", [state, maybeNode], [], parsed => (cib, _) =>
        {
            var on = parsed.GetValue(state) == "on";
            return parsed.GetValue(maybeNode) is { } name ? OptionPlan.Node(cib, NodeName.Parse(name), "maintenance", on) : OptionPlan.Property(cib, OptionPlan.MaintenanceMode, on ? "true" : null);
        });
        yield return Verb("standby", "Let a node run nothing; its resources move away.", [node], [], parsed => (cib, _) => OptionPlan.Node(cib, NodeName.Parse(parsed.GetValue(node)), "standby", on: true));
        yield return Verb("online", "End the standby of a node.", [node], [], parsed => (cib, _) => OptionPlan.Node(cib, NodeName.Parse(parsed.GetValue(node)), "standby", on: false));

        var option = new Argument<string>("name") { Description = "Name of the option: no-quorum-policy, stonith-enabled, symmetric-cluster, ..." };
        var value = new Argument<string?>("value") { Description = "Its value. Without it the option is taken out, and Pacemaker's default counts.", Arity = ArgumentArity.ZeroOrOne };
        yield return Verb("property", "Set an option of the cluster, or take it out.", [option, value], [], parsed => (cib, _) => OptionPlan.Property(cib, parsed.GetValue(option)!, parsed.GetValue(value)));

        yield return Verb("move", "Move a resource to a node, or away from where it runs. Of a promotable clone the promoted role moves.", [resource, maybeNode], [lifetime], parsed => (cib, status) =>
            new MovePlan(cib, status, clock).Move(parsed.GetValue(resource)!, NameOf(parsed, maybeNode), parsed.GetValue(lifetime)?.Value));
        var promoted = new Option<bool>("--promoted") { Description = "Keep only the promoted role away." };
        yield return Verb("ban", "Keep a resource off a node.", [resource, maybeNode], [lifetime, promoted], parsed => (cib, status) =>
            new MovePlan(cib, status, clock).Ban(parsed.GetValue(resource)!, NameOf(parsed, maybeNode), parsed.GetValue(promoted), parsed.GetValue(lifetime)?.Value));
        yield return Verb("clear", "Take moves and bans of a resource away that were made by hand, by whichever tool; with a node only those about it.", [resource, maybeNode], [], parsed => (cib, status) =>
            new MovePlan(cib, status, clock).Clear(parsed.GetValue(resource)!, NameOf(parsed, maybeNode)));

        var id = new Option<int?>("--id") { Description = "Its nodeid in corosync's node list. Without it the next free number.", HelpName = "NUMBER" };
        var inStandby = new Option<bool>("--standby") { Description = "Let it run nothing until it is put online." };
        yield return Verb("add-node", "Make a node known before it joins, and allow it what is allowed on every other node; tells what corosync needs.", [node], [id, inStandby], parsed => (cib, _) =>
            NodePlan.Add(cib, NodeName.Parse(parsed.GetValue(node)), parsed.GetValue(id), parsed.GetValue(inStandby)));
        yield return Verb("remove-node", "Remove a node that is off: its record, attributes, state, history, and the constraints about it alone, in one transaction.", [node], [], parsed => (cib, status) =>
            NodePlan.Remove(cib, status, NodeName.Parse(parsed.GetValue(node))), (parsed, cluster) => cluster.NotInAddress(NodeName.Parse(parsed.GetValue(node))));

        Command Verb(string name, string description, Argument[] arguments, Option[] options, Func<ParseResult, Func<CibDocument, ClusterStatus, ClusterChange>> plan, Action<ParseResult, ClusterContext>? check = null)
        {
            var yes = new Option<bool>("--yes", "-y") { Description = "Change the cluster without asking." };
            var dryRun = new Option<bool>("--dry-run") { Description = "Tell what would change, and change nothing." };
            var noWait = new Option<bool>("--no-wait") { Description = "Do not wait until the cluster has followed." };
            var verb = new Command(name, description) { yes, dryRun, noWait };
            Array.ForEach(arguments, verb.Arguments.Add);
            Array.ForEach(options, verb.Options.Add);
            verb.SetAction(async (parsed, ct) =>
            {
                await using var cluster = open(parsed);
                check?.Invoke(parsed, cluster);
                return await cluster.ChangeAsync(new(parsed.GetValue(yes), parsed.GetValue(dryRun), parsed.GetValue(noWait)), plan(parsed), ct);
            });
            return verb;
        }
    }

    private static NodeName? NameOf(ParseResult parsed, Argument<string?> node) => parsed.GetValue(node) is { } name ? NodeName.Parse(name) : null;
}
