using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using HaIac.Labs.Registry;

namespace HaIac.Labs.Consoles;

/// <summary>The verbs of the lab for people at a terminal.</summary>
internal static class LabCommands
{
    public static Command Up()
    {
        Option<int> nodes = new("--nodes") { Description = "How many nodes, 1 to 9.", DefaultValueFactory = _ => 3 };
        Option<bool> foreground = new("--foreground") { Description = "Stay, and take the lab down at the end of this command (Ctrl-C)." };
        Command command = new("up", "Start a lab that stays until 'down'.") { nodes, foreground };
        command.SetAction(async (parsed, ct) =>
        {
            bool stay = parsed.GetValue(foreground);
            LabOptions options = new()
            {
                NodeNames = [.. Enumerable.Range(1, Math.Max(0, parsed.GetValue(nodes))).Select(i => $"ctl{i}")],
                Keep = !stay,
                Progress = Console.Error.WriteLine,
            };
            await using Lab lab = await Lab.StartAsync(options, ct);
            Describe(lab);
            if (stay)
            {
                await Task.Delay(Timeout.Infinite, ct).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        });
        return command;
    }

    public static Command Status()
    {
        Command command = new("status", "Show the labs of this host.");
        command.SetAction(async (_, ct) =>
        {
            ImmutableArray<LabRecord> records = await LabRegistry.ListAsync(ct);
            foreach (LabRecord record in records)
            {
                Console.WriteLine($"lab {record.Id}: {(record.Kept ? "until 'down'" : $"belongs to process {record.OwnerProcess}")}");
                Describe(LabStarter.Assemble(record, owner: null));
            }

            if (records.IsEmpty)
            {
                Console.WriteLine("no lab");
            }
        });
        return command;
    }

    public static Command Ssh()
    {
        Argument<string> node = new("node") { Description = "The node's name, such as ctl1." };
        Argument<string[]> remote = new("command") { Description = "What to run there; none for a shell.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> id = LabId();
        Command command = new("ssh", "Log in on a node as root.") { node, remote, id };
        command.SetAction(async (parsed, ct) =>
        {
            Lab lab = LabStarter.Assemble(await FindAsync(parsed.GetValue(id), ct), owner: null);
            string[] words =
            [
                "-i", lab.IdentityFile, "-o", $"UserKnownHostsFile={lab.KnownHostsFile}", "-o", "LogLevel=ERROR",
                lab[parsed.GetRequiredValue(node)].SshTarget, .. parsed.GetValue(remote) ?? [],
            ];
            using Process ssh = Process.Start("ssh", words);
            await ssh.WaitForExitAsync(ct);
            return ssh.ExitCode;
        });
        return command;
    }

    public static Command Down()
    {
        Option<string?> id = LabId();
        Command command = new("down", "Take a lab down.") { id };
        command.SetAction(async (parsed, ct) =>
        {
            LabRecord record = await FindAsync(parsed.GetValue(id), ct);
            await LabStarter.Assemble(record, owner: null).TakeDownAsync();
            Console.WriteLine($"lab {record.Id} is down");
        });
        return command;
    }

    public static Command Clean()
    {
        Command command = new("clean", "Remove what labs left whose process died.");
        command.SetAction(async (_, ct) =>
        {
            ImmutableArray<string> removed = await LabRegistry.CleanAsync(ct);
            Console.WriteLine(removed.IsEmpty ? "nothing was left" : $"removed {string.Join(", ", removed)}");
        });
        return command;
    }

    private static Option<string?> LabId() => new("--lab") { Description = "The lab's id, when there are several." };

    private static async Task<LabRecord> FindAsync(string? id, CancellationToken ct)
    {
        ImmutableArray<LabRecord> records = [.. (await LabRegistry.ListAsync(ct)).Where(record => id is null ? record.Kept : record.Id == id)];
        return records.Length switch
        {
            1 => records[0],
            0 => throw new LabException(id is null ? "No lab is up. Start one with 'lab.sh up'." : $"There is no lab '{id}'; see 'lab.sh status'."),
            _ => throw new LabException($"Several labs are up: {string.Join(", ", records.Select(record => record.Id))}. Choose one with --lab."),
        };
    }

    private static void Describe(Lab lab)
    {
        foreach (LabNode node in lab.Nodes)
        {
            Console.WriteLine($"  {node.Name}  {node.Address}  {(node.IsRunning ? "runs" : "is off")}");
        }

        Console.WriteLine($"  haiac:cluster    {lab.SshAddress}");
        Console.WriteLine($"  for a virtual IP {lab.VirtualAddress}");
    }
}
