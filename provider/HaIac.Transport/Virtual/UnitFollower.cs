using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Transport.Nodes;
using HaIac.Transport.Simulating;

namespace HaIac.Transport.Virtual;

/// <summary>
/// Lets the units of nodes on paper follow the cluster: what it starts and stops through the init system runs and ends there, and a node that loses its
/// power runs nothing.
/// </summary>
internal static class UnitFollower
{
    // The standards behind which Pacemaker talks to the init system.
    private static readonly string[] Native = ["systemd", "service", "lsb"];

    /// <summary>Brings the units to where transitions led.</summary>
    /// <param name="folderOf">The folder of a node.</param>
    /// <param name="before">The document before: what is stopped is what it names.</param>
    /// <param name="settled">What was done, and the document afterwards.</param>
    public static void Follow(Func<NodeName, NodeFolder> folderOf, CibDocument before, Simulation settled)
    {
        var machines = new Dictionary<NodeName, VirtualMachine>();
        foreach (var action in settled.Actions.Where(action => !action.Blocked && action.Node is not null))
        {
            var old = UnitOf(before, action.Resource);
            var next = UnitOf(settled.ResultingCib, action.Resource);
            switch (action.Kind)
            {
                case ActionKind.Start:
                    Change(action.Node, next, UnitAction.Start);
                    break;
                case ActionKind.Stop:
                    Change(action.Node, old ?? next, UnitAction.Stop);
                    break;
                case ActionKind.Restart or ActionKind.Recover when old == next:
                    Change(action.Node, next, UnitAction.Restart);
                    break;
                case ActionKind.Restart or ActionKind.Recover:
                    Change(action.Node, old, UnitAction.Stop);
                    Change(action.Node, next, UnitAction.Start);
                    break;
                case ActionKind.Move or ActionKind.Migrate:
                    Change(action.Node, old ?? next, UnitAction.Stop);
                    Change(action.Destination, next, UnitAction.Start);
                    break;
            }
        }

        foreach (var (_, node) in Membership.Nodes(settled.ResultingCib))
        {
            switch (Membership.IsOnline(before, node), Membership.IsOnline(settled.ResultingCib, node))
            {
                case (true, false):
                    machines[node] = MachineOf(node).PoweredOff();
                    break;

                // The cluster starts with the machine, after what starts with the machine.
                case (false, true) when folderOf(node).Machine().Off:
                    var started = folderOf(node).Machine().PoweredOn();
                    machines[node] = MachineOf(node).Units.Where(unit => unit.Value.Active).Aggregate(started, (machine, unit) => machine.After(unit.Key, UnitAction.Start));
                    break;
            }
        }

        foreach (var (node, machine) in machines)
        {
            folderOf(node).Write(machine);
        }

        VirtualMachine MachineOf(NodeName node) => machines.GetValueOrDefault(node) ?? folderOf(node).Machine();

        void Change(NodeName? node, string? unit, UnitAction action)
        {
            if (node is not null && unit is not null && !folderOf(node).NotInstalled().Contains(unit))
            {
                var machine = MachineOf(node);
                if (!machine[unit].Masked || action == UnitAction.Stop)
                {
                    machines[node] = machine.After(unit, action);
                }
            }
        }
    }

    private static string? UnitOf(CibDocument cib, string? resource) =>
        CibId.TryParse(resource, out var id, out _) && cib.Find(id) is CibPrimitive { Agent: { } agent } && Native.Contains(agent.Standard)
            ? UnitNames.Plain(agent.Type)
            : null;
}
