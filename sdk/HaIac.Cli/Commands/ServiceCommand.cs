using System.CommandLine;
using HaIac.Cib.Values;
using HaIac.Cli.Clusters;
using HaIac.Cli.Contexts;
using HaIac.Cli.Services;
using HaIac.Engine.State;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Services;
using HaIac.Operating.TakingOver;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac service</c>: operates services that the cluster runs.</summary>
internal static class ServiceCommand
{
    /// <summary>The command with its verbs.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var address = new Option<string?>("--cluster") { Description = "The cluster, without asking a stack; without it haiac:cluster of the stack.", Recursive = true, HelpName = "ADDRESS" };
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON.", Recursive = true };
        var all = new Option<bool>("--all") { Description = "Every service that the stack gives to the cluster.", Recursive = true };
        var node = new Option<string?>("--node") { Description = "On this node only.", HelpName = "NODE", Recursive = true };
        var name = new Argument<string?>("name") { Description = "The service: name in the program, name of its daemon, or id in the cluster.", Arity = ArgumentArity.ZeroOrOne };
        var local = new Option<bool>("--local") { Description = "It counts as running only where it runs on the node." };
        var rolling = new Option<bool>("--rolling") { Description = "A clone node by node, each back before the next; --rolling=false: all at once. Default: true.", DefaultValueFactory = _ => true };

        return new Command("service", "Operate services that the cluster runs. Exit codes: 0 done; of status 0 running, 3 stopped, 4 failed or unknown; 1 it could not be done.")
        {
            address,
            json,
            all,
            node,
            Verb("status", "Show how a service is on each node.", [local], (parsed, job, operation, services, ct) =>
                job.StatusAsync(operation, services, NodeOf(parsed), parsed.GetValue(local) ? StatusScope.Local : null, ct)),
            Verb("start", "Start a service, and wait until it runs.", [], (parsed, job, operation, services, ct) =>
                job.RunAsync(services, profile => operation.StartAsync(profile, NodeOf(parsed), ct))),
            Verb("stop", "Stop a service, and wait until it is stopped; with --node a clone on that node only.", [], (parsed, job, operation, services, ct) =>
                job.RunAsync(services, profile => operation.StopAsync(profile, NodeOf(parsed), ct))),
            Verb("restart", "Reload a service where that is enough, else restart it.", [rolling], (parsed, job, operation, services, ct) =>
                job.RunAsync(services, profile => operation.RestartAsync(profile, NodeOf(parsed), parsed.GetValue(rolling), ct))),
            Verb("enable", "Let the cluster manage a service.", [], (_, job, operation, services, ct) =>
                job.RunAsync(services, profile => operation.EnableAsync(profile, ct))),
            Verb("disable", "Let the cluster leave a service alone as it is.", [], (_, job, operation, services, ct) =>
                job.RunAsync(services, profile => operation.DisableAsync(profile, ct))),
            Verb("cleanup", "Make the cluster forget the failures of a service.", [], (parsed, job, operation, services, ct) =>
                job.RunAsync(services, profile => operation.CleanupAsync(profile, NodeOf(parsed), ct))),
        };

        NodeName? NodeOf(ParseResult parsed) => parsed.GetValue(node) is { } text ? NodeName.Parse(text) : null;

        Command Verb(string verb, string description, Option[] options, Func<ParseResult, ServiceJob, IServiceOperator, IReadOnlyList<DeclaredService>, CancellationToken, Task<int>> run)
        {
            var command = new Command(verb, description) { name };
            Array.ForEach(options, command.Options.Add);
            command.SetAction(async (parsed, ct) =>
            {
                var here = global.HostOf(parsed, host);
                var stack = parsed.GetValue(address) is null ? await ServicesOfAsync(here, parsed.GetValue(global.Stack), ct) : StackServices.None;
                var services = Chosen(stack, parsed.GetValue(name), parsed.GetValue(all));
                var place = parsed.GetValue(address) is { } given ? ClusterAddress.Parse(given, ClusterContext.FolderFor(here)) : ClusterContext.AddressOf(here, parsed.GetValue(global.Stack));
                var job = new ServiceJob(here, parsed.GetValue(json));
                await using var transport = CibTransports.Open(place);
                await using var committer = new CibCommitter(transport);
                var watcher = new SettleWatcher(transport, runsAgents: !transport.IsVirtual, new AwaitSettings { Clock = here.Clock });
                var parts = new OperatorParts(transport, committer, watcher, here.Clock, new NativeTakeover(transport.Nodes));
                return await run(parsed, job, new ServiceOperator(parts, job.Progress), services, ct);
            });
            return command;
        }
    }

    private static async Task<StackServices> ServicesOfAsync(CliHost host, string? named, CancellationToken ct)
    {
        var context = ProjectContext.Load(host);
        return await StackServices.ReadAsync(context, context.Stack(named), ct);
    }

    private static IReadOnlyList<DeclaredService> Chosen(StackServices stack, string? name, bool all)
    {
        if (all == (name is not null))
        {
            throw new StateException(
                "HAI1258", "Which service is meant", all ? $"\"{name}\" and --all were given." : "No service was named.", null, "A verb is about one service or about all of the stack.", "Give a name, or --all.");
        }

        return all ? [.. stack.All.Where(service => service.ByCluster)] : [stack.Find(name!) ?? new DeclaredService(new ServiceProfile(name!), false, true)];
    }
}
