using System.Diagnostics;
using HaIac.Labs.Clusters;
using HaIac.Labs.Commands;

namespace HaIac.Labs.Tests;

/// <summary>A lab that runs: its cluster, its verbs, and what Pacemaker does when something happens to a node.</summary>
[Category("Lab")]
public class LabTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private Lab _lab = null!;

    [SetUp]
    public async Task GetLabAsync() => _lab = await SharedLab.GetEmptyAsync();

    [Test]
    public async Task StartAsync_ThreeNodes_FormOneClusterWithQuorum()
    {
        foreach (LabNode node in _lab.Nodes)
        {
            ClusterView view = await ClusterView.ReadAsync(node, CancellationToken.None);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(view.HasQuorum, Is.True, node.Name);
                Assert.That(view.Online, Is.EqualTo(["ctl1", "ctl2", "ctl3"]), node.Name);
            }
        }
    }

    [Test]
    public async Task StartAsync_EveryNode_RunsSystemdWithoutAFailedUnit()
    {
        foreach (LabNode node in _lab.Nodes)
        {
            string state = (await node.RunAsync("systemctl is-system-running --wait; systemctl --failed --no-legend --plain")).StandardOutput;

            Assert.That(state.Trim(), Is.EqualTo("running"), node.Name);
        }
    }

    [Test]
    public async Task RunAsync_CommandFails_GivesExitCodeAndBothStreams()
    {
        CommandResult result = await _lab.Nodes[1].RunAsync("cat; hostname; echo oops >&2; exit 7");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(7));
            Assert.That(result.StandardOutput, Is.EqualTo("ctl2\n"));
            Assert.That(result.StandardError, Is.EqualTo("oops\n"));
            Assert.That(() => result.EnsureSuccess(), Throws.TypeOf<LabException>().With.Message.Contains("on ctl2 ended with exit code 7: oops"));
        }
    }

    [Test]
    public async Task WriteFileAsync_Text_ArrivesUnchanged()
    {
        const string text = "it's \"quoted\"\n\n$HOME äöü";

        await _lab.Nodes[0].WriteFileAsync("/root/text", text);

        Assert.That(await _lab.Nodes[0].ReadAsync("cat /root/text"), Is.EqualTo(text));
    }

    [Test]
    public async Task SshAddress_ItsParts_LogInOnEveryNodeWithoutAsking()
    {
        Uri address = new(_lab.SshAddress.Replace("," + string.Join(',', _lab.Nodes.Skip(1).Select(node => node.Address)), ""));
        Dictionary<string, string> query = address.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        foreach (LabNode node in _lab.Nodes)
        {
            CommandResult login = await HostCommand.RunAsync(
                ["ssh", "-F", "none", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-i", query["identity"], "-o", $"UserKnownHostsFile={query["knownHosts"]}",
                    $"{address.UserInfo}@{node.Address}", "hostname"],
                CancellationToken.None);

            Assert.That(login.EnsureSuccess().Trim(), Is.EqualTo(node.Name));
        }
    }

    [Test]
    public async Task Node_AnotherKey_IsRefused()
    {
        string key = Path.Combine(Path.GetTempPath(), $"haiac-key-{Guid.NewGuid():n}");
        try
        {
            await HostCommand.ReadAsync(CancellationToken.None, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key);

            CommandResult login = await HostCommand.RunAsync(
                ["ssh", "-F", "none", "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes", "-o", $"UserKnownHostsFile={_lab.KnownHostsFile}", "-i", key, _lab.Nodes[0].SshTarget, "true"],
                CancellationToken.None);

            Assert.That(login.StandardError, Does.Contain("Permission denied"));
        }
        finally
        {
            File.Delete(key);
            File.Delete(key + ".pub");
        }
    }

    [Test]
    public async Task SystemdClone_Started_RunsTheRealServicesOnEveryNode()
    {
        await CreateAsync("""
            <clone id="lb-clone"><primitive id="lb" class="systemd" type="haproxy"/></clone>
            """);
        await CreateAsync("""
            <clone id="heat-clone"><group id="heat">
              <primitive id="api" class="systemd" type="heat-api"/><primitive id="cfn" class="systemd" type="heat-api-cfn"/><primitive id="engine" class="systemd" type="heat-engine"/>
            </group></clone>
            """);

        foreach (string resource in (string[])["lb", "api", "cfn", "engine"])
        {
            await WaitForAsync($"{resource} runs everywhere", view => view.NodesOf(resource).SequenceEqual(["ctl1", "ctl2", "ctl3"]));
        }

        foreach (LabNode node in _lab.Nodes)
        {
            // HAProxy itself, Heat's two interfaces, and Heat through HAProxy.
            foreach (int port in (int[])[8404, 8004, 8000, 18004])
            {
                await Lab.WaitUntilAsync($"{node.Name} answers on {port}", ct => Lab.AnswersAsync(node.Address, port, ct), Limit);
            }
        }

        using HttpClient http = new();
        string versions = "";
        await Lab.WaitUntilAsync(
            "Heat answers through HAProxy",
            async ct =>
            {
                using HttpResponseMessage answer = await http.GetAsync($"http://{_lab.Nodes[0].Address}:18004/", ct);
                versions = await answer.Content.ReadAsStringAsync(ct);
                return versions.Contains("versions");
            },
            Limit);
        Assert.That(versions, Does.Contain("\"v1.0\""));

        await _lab.EmptyAsync();
        Assert.That((await _lab.Nodes[0].RunAsync(["systemctl", "is-active", "haproxy", "heat-engine"])).StandardOutput, Is.EqualTo("inactive\ninactive\n"));
    }

    [Test]
    public async Task PowerOffAsync_NodeOfTheVirtualAddress_AddressAnswersFromAnother()
    {
        LabNode first = await StartVirtualAddressAsync();
        LabNode[] others = [.. _lab.Nodes.Where(node => node != first)];

        await first.PowerOffAsync();
        LabNode second = await NodeOfVirtualAddressAsync(others);
        await Lab.WaitUntilAsync("the address answers again", ct => Lab.AnswersAsync(_lab.VirtualAddress, 22, ct), Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second, Is.Not.EqualTo(first));
            Assert.That(await HostKeyOfAsync(_lab.VirtualAddress), Is.EqualTo(await HostKeyOfAsync(second.Address)), "who answers");
            Assert.That(await Lab.AnswersAsync(first.Address, 22), Is.False, "the dead node is silent");
            Assert.That(async () => await first.RunAsync("true"), Throws.TypeOf<LabException>().With.Message.Contains("does not run"));
        }

        await first.PowerOnAsync();
        await _lab.WaitForQuorumAsync(Limit);
        Assert.That((await ClusterView.ReadAsync(first, CancellationToken.None)).Online, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task PowerOffAsync_Disk_KeepsWhatWasWritten()
    {
        LabNode node = _lab.Nodes[2];
        await node.WriteFileAsync("/root/before", "kept");
        string boot = await node.ReadAsync("cat /etc/machine-id; stat -c %Z /proc/1");

        await node.PowerOffAsync();
        await node.PowerOnAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await node.ReadAsync("cat /root/before"), Is.EqualTo("kept"));
            Assert.That(await node.ReadAsync("cat /etc/machine-id; stat -c %Z /proc/1"), Is.Not.EqualTo(boot), "a new boot");
        }
    }

    [Test]
    public async Task CutOffAsync_NodeOfTheVirtualAddress_MajorityTakesOverAndMinorityStops()
    {
        LabNode lost = await StartVirtualAddressAsync();
        LabNode[] others = [.. _lab.Nodes.Where(node => node != lost)];

        await lost.CutOffAsync();
        LabNode second = await NodeOfVirtualAddressAsync(others);
        await Lab.WaitUntilAsync("the address answers again", ct => Lab.AnswersAsync(_lab.VirtualAddress, 22, ct), Limit);
        await Lab.WaitUntilAsync(
            $"{lost.Name} has no quorum and no address",
            async ct => !(await ClusterView.ReadAsync(lost, ct)).HasQuorum && !await HasVirtualAddressAsync(lost, ct), Limit);

        Assert.That(await HostKeyOfAsync(_lab.VirtualAddress), Is.EqualTo(await HostKeyOfAsync(second.Address)), "who answers");

        await lost.ReconnectAsync();
        await _lab.WaitForQuorumAsync(Limit);
        Assert.That((await ClusterView.ReadAsync(lost, CancellationToken.None)).Online, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task StartAsync_SecondLab_SharesNothingWithTheFirst()
    {
        await using Lab second = await Lab.StartAsync(new LabOptions { NodeNames = ["ctl1"] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Nodes[0].Address, Is.Not.EqualTo(_lab.Nodes[0].Address));
            Assert.That((await second.ViewAsync()).Online, Is.EqualTo(["ctl1"]));
            Assert.That((await _lab.ViewAsync()).Online, Has.Count.EqualTo(3));
            Assert.That(await second.Nodes[0].ReadAsync("ps -e | grep -c corosync"), Is.EqualTo("1\n"));
        }
    }

    [Test]
    public async Task RunAsync_ManyCommands_CostsMillisecondsEach()
    {
        const int count = 20;
        long one = Stopwatch.GetTimestamp();
        await HostCommand.RunAsync(["ssh", "-F", "none", "-i", _lab.IdentityFile, "-o", $"UserKnownHostsFile={_lab.KnownHostsFile}", _lab.Nodes[0].SshTarget, "true"], CancellationToken.None);
        TimeSpan ssh = Stopwatch.GetElapsedTime(one);

        long many = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            await _lab.Nodes[0].RunAsync("true");
        }

        TimeSpan each = Stopwatch.GetElapsedTime(many) / count;
        Assert.That(each, Is.LessThan(ssh), "a command inside costs less than one fresh login");
    }

    private async Task CreateAsync(string resource) =>
        (await _lab.Nodes[0].RunAsync(["cibadmin", "--create", "--scope", "resources", "--xml-pipe"], resource)).EnsureSuccess();

    private async Task<LabNode> StartVirtualAddressAsync()
    {
        await CreateAsync($"""
            <primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2">
              <instance_attributes id="vip-parameters"><nvpair id="vip-ip" name="ip" value="{_lab.VirtualAddress}"/><nvpair id="vip-mask" name="cidr_netmask" value="{_lab.PrefixLength}"/></instance_attributes>
              <operations><op id="vip-monitor" name="monitor" interval="5s" timeout="20s"/></operations>
            </primitive>
            """);
        LabNode node = await NodeOfVirtualAddressAsync([.. _lab.Nodes]);
        await Lab.WaitUntilAsync("the address answers", ct => Lab.AnswersAsync(_lab.VirtualAddress, 22, ct), Limit);
        return node;
    }

    // The node of these whose cluster says it runs there, and whose interface has it.
    private async Task<LabNode> NodeOfVirtualAddressAsync(LabNode[] nodes)
    {
        LabNode? found = null;
        await Lab.WaitUntilAsync(
            $"one of {string.Join(", ", nodes.Select(node => node.Name))} has the address",
            async ct =>
            {
                ClusterView view = await ClusterView.ReadAsync(nodes[0], ct);
                found = view.NodesOf("vip") is [var name] ? nodes.FirstOrDefault(node => node.Name == name) : null;
                return found is not null && await HasVirtualAddressAsync(found, ct);
            },
            Limit);
        return found!;
    }

    private async Task<bool> HasVirtualAddressAsync(LabNode node, CancellationToken ct) =>
        (await node.ReadAsync("ip -brief -4 address show dev eth0", ct)).Contains($" {_lab.VirtualAddress}/");

    private static async Task<string> HostKeyOfAsync(string address) =>
        (await HostCommand.ReadAsync(CancellationToken.None, "ssh-keyscan", "-t", "ed25519", address)).Trim()[address.Length..];

    private Task WaitForAsync(string what, Func<ClusterView, bool> condition) =>
        Lab.WaitUntilAsync(what, async ct => condition(await _lab.ViewAsync(ct)), Limit);
}
