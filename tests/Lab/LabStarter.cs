using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using HaIac.Labs.Commands;
using HaIac.Labs.Machines;
using HaIac.Labs.Networking;
using HaIac.Labs.Registry;
using HaIac.Labs.RootFs;

namespace HaIac.Labs;

/// <summary>Brings a lab up: root file system, claim, network, disks, power, quorum.</summary>
internal static class LabStarter
{
    private static readonly Regex NodeName = new("^[a-z][a-z0-9-]{0,11}$");

    public static async Task<Lab> StartAsync(LabOptions options, CancellationToken ct)
    {
        ImmutableArray<string> missing = LabHost.Missing();
        if (!missing.IsEmpty)
        {
            throw new LabException($"This host cannot hold a lab: {string.Join("; ", missing)}.");
        }

        CheckNames(options.NodeNames);

        long started = Stopwatch.GetTimestamp();
        void Report(string stage) => options.Progress?.Invoke($"{Stopwatch.GetElapsedTime(started).TotalSeconds,6:0.0} s  {stage}");

        string root = await RootFileSystem.ReadyAsync(ct);
        Report($"root file system {root}");
        (LabRecord record, FileStream owner) = await LabRegistry.ClaimAsync(options, ct);
        Lab lab = Assemble(record, owner);
        try
        {
            Report($"lab {record.Id} on {record.Network}.0/{LabSubnet.PrefixLength}");
            await BuildAsync(lab, record, options, root, ct);
            Report("all nodes have booted");
            await lab.WaitForQuorumAsync(options.QuorumLimit, ct);
            Report("the cluster has quorum");
            return lab;
        }
        catch
        {
            await lab.TakeDownAsync();
            throw;
        }
    }

    // Names end up in interface names (15 characters at most), host names and configuration files.
    private static void CheckNames(IReadOnlyList<string> names)
    {
        string[] wrong = [.. names.Where(name => !NodeName.IsMatch(name))];
        if (names.Count is < 1 or > 9 || names.Distinct().Count() != names.Count || wrong.Length > 0)
        {
            throw new LabException(
                $"A lab has one to nine nodes with different names of 1 to 12 lower-case letters, digits and hyphens, not '{string.Join("', '", names)}'.");
        }
    }

    /// <summary>The verbs for a lab that exists; without its owner's lock, disposing it does nothing.</summary>
    public static Lab Assemble(LabRecord record, FileStream? owner)
    {
        LabSwitch labSwitch = new(record.Names, record.Subnet);
        return new Lab(record, owner, [.. record.NodeNames.Select((name, i) =>
            new LabNode(name, i, record.Subnet.Node(i), new Machine(record.Names, name), labSwitch))]);
    }

    private static async Task BuildAsync(Lab lab, LabRecord record, LabOptions options, string root, CancellationToken ct)
    {
        LabNames names = record.Names;
        Directory.CreateDirectory(names.Disks);
        await HostCommand.ReadAsync(ct, "mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", names.Disks);
        SshKeys keys = await SshKeys.MakeAsync(record, ct);
        await new LabSwitch(names, record.Subnet).CreateAsync(ct);

        NodeFiles files = new(record, options.MemberTimeout);
        await Task.WhenAll(lab.Nodes.Select(async node =>
        {
            await node.Machine.InsertDiskAsync(root, ct);
            await files.WriteAsync(node.Machine.Root, node.Name, keys.HostKeys[node.Name], keys.AuthorizedKey, ct);
            await node.PowerOnAsync(ct);
        }));
    }
}
