using HaIac.Labs.Commands;
using HaIac.Labs.Registry;

namespace HaIac.Labs.Networking;

/// <summary>
/// The lab's network: a bridge in a namespace of its own, one cable to the host and one to each node. In a namespace,
/// because bridged traffic on the host itself goes through the host's packet filter wherever a container engine is at
/// work, and because deleting one namespace removes all of it.
/// </summary>
internal sealed class LabSwitch(LabNames names, LabSubnet subnet)
{
    private const string Bridge = "lab";

    public async Task CreateAsync(CancellationToken ct)
    {
        await HostCommand.ReadAsync(ct, "ip", "netns", "add", names.SwitchNamespace);
        await InSwitchAsync(ct, "link", "add", Bridge, "type", "bridge");
        await InSwitchAsync(ct, "link", "set", Bridge, "up");
        await InSwitchAsync(ct, "link", "add", "host", "type", "veth", "peer", "name", names.HostInterface, "netns", Environment.ProcessId.ToString());
        await InSwitchAsync(ct, "link", "set", "host", "master", Bridge, "up");
        await HostCommand.ReadAsync(ct, "ip", "address", "add", $"{subnet.Host}/{LabSubnet.PrefixLength}", "dev", names.HostInterface);
        await HostCommand.ReadAsync(ct, "ip", "link", "set", names.HostInterface, "up");
    }

    /// <summary>Makes a node's network namespace and plugs its cable in.</summary>
    public async Task PlugInAsync(string node, int index, CancellationToken ct)
    {
        string ns = names.NodeNamespace(node);
        await HostCommand.ReadAsync(ct, "ip", "netns", "add", ns);
        await InSwitchAsync(ct, "link", "add", node, "type", "veth", "peer", "name", "eth0", "address", HardwareAddress(index), "netns", ns);
        await InSwitchAsync(ct, "link", "set", node, "master", Bridge, "up");
        await HostCommand.ReadAsync(ct, "ip", "-n", ns, "link", "set", "lo", "up");
        await HostCommand.ReadAsync(ct, "ip", "-n", ns, "address", "add", $"{subnet.Node(index)}/{LabSubnet.PrefixLength}", "dev", "eth0");
        await HostCommand.ReadAsync(ct, "ip", "-n", ns, "link", "set", "eth0", "up");
    }

    /// <summary>Removes a node's network namespace with every address in it, as a loss of power does.</summary>
    public async Task UnplugAsync(string node, CancellationToken ct) =>
        await HostCommand.ReadAsync(ct, "ip", "netns", "delete", names.NodeNamespace(node));

    /// <summary>Whether frames pass between the node and the others.</summary>
    public async Task SetLinkAsync(string node, bool up, CancellationToken ct) =>
        await InSwitchAsync(ct, "link", "set", node, up ? "up" : "down");

    private async Task InSwitchAsync(CancellationToken ct, params string[] arguments) =>
        await HostCommand.ReadAsync(ct, ["ip", "-n", names.SwitchNamespace, .. arguments]);

    // The same after a power cycle, so the others need not forget the old one first. 02 marks a locally made address.
    private string HardwareAddress(int index)
    {
        string[] numbers = subnet.Prefix.Split('.');
        return $"02:4c:{int.Parse(numbers[0]):x2}:{int.Parse(numbers[1]):x2}:{int.Parse(numbers[2]):x2}:{index + 1:x2}";
    }
}
