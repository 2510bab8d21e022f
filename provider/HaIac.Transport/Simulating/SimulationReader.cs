using System.Xml.Linq;
using HaIac.Cib.Values;
using HaIac.Transport.Observing;
using HaIac.Transport.Running;
using HaIac.Transport.Tooling;

namespace HaIac.Transport.Simulating;

/// <summary>Reads the answer of <c>crm_simulate --simulate --output-as=xml</c>, followed by the resulting CIB.</summary>
/// <remarks>Source: Pacemaker, xml/api/crm_simulate-*.rng.</remarks>
internal static class SimulationReader
{
    private const string EndOfReport = "</pacemaker-result>";

    /// <summary>Reads an answer.</summary>
    public static Simulation Read(string output, Command command, CommandResult result)
    {
        var end = output.IndexOf(EndOfReport, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Answers.NotUnderstood(command, result, "It holds no report.");
        }

        end += EndOfReport.Length;
        var report = Answers.Element(output[..end], command, result);
        if (report.Element("revised_cluster_status") is not { } after)
        {
            throw Answers.NotUnderstood(command, result, "It does not say what the cluster looks like afterwards.");
        }

        return new Simulation
        {
            Actions = ReadActions(report),
            After = StatusReader.ReadParts(after),
            ResultingCib = Answers.Document(output[end..].TrimStart(), command, result),
        };
    }

    /// <summary>Reads the actions of a report, played through or not.</summary>
    public static ValueList<SimulatedAction> ReadActions(XElement report) =>
        (report.Element("actions")?.Elements() ?? []).Select(ReadAction).ToValueList();

    private static SimulatedAction ReadAction(XElement action) => action.Name.LocalName switch
    {
        "node_action" => ReadNodeAction(action),
        _ => ReadResourceAction(action),
    };

    // <node_action task="Fence (reboot)" node="ctl1" reason="peer is no longer part of the cluster"/>
    private static SimulatedAction ReadNodeAction(XElement action)
    {
        var word = Text(action, "task") ?? "";
        return new SimulatedAction
        {
            Kind = word.StartsWith("Fence", StringComparison.OrdinalIgnoreCase) ? ActionKind.Fence : ActionKind.Other,
            Word = word,
            Node = Node(action, "node"),
            Reason = Text(action, "reason"),
        };
    }

    // <rsc_action action="move" resource="vip" source="ctl1" dest="ctl2"/>; one node is named "node" or "source".
    private static SimulatedAction ReadResourceAction(XElement action)
    {
        var word = Text(action, "action") ?? "";
        var (resource, instance) = StatusReader.PartInstance(Text(action, "resource") ?? "");
        return new SimulatedAction
        {
            Kind = Kind(word),
            Word = word,
            Resource = resource,
            Instance = instance,
            Node = Node(action, "source") ?? Node(action, "node"),
            Destination = Node(action, "dest"),
            FromRole = Role(action, "role"),
            ToRole = Role(action, "next-role"),
            Reason = Text(action, "reason"),
            Blocked = Text(action, "blocked") == "true",
        };
    }

    private static ActionKind Kind(string word) => word.ToLowerInvariant() switch
    {
        "start" => ActionKind.Start,
        "stop" => ActionKind.Stop,
        "restart" => ActionKind.Restart,
        "recover" => ActionKind.Recover,
        "move" => ActionKind.Move,
        "migrate" => ActionKind.Migrate,
        "promote" => ActionKind.Promote,
        "demote" => ActionKind.Demote,
        "reload" or "reload-agent" => ActionKind.Reload,
        _ => ActionKind.Other,
    };

    private static ResourceRole? Role(XElement action, string name) =>
        ResourceRoles.TryParse(Text(action, name), out var role, out _) ? role : null;

    private static NodeName? Node(XElement action, string name) =>
        NodeName.TryParse(Text(action, name), out var node, out _) ? node : null;

    private static string? Text(XElement element, string name) => element.Attribute(name)?.Value;
}
