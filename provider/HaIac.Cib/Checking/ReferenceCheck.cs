using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Ids used twice, references to nothing, nodes that are not there.</summary>
internal static class ReferenceCheck
{
    public static IEnumerable<CibFinding> Run(CibDocument document)
    {
        var duplicates = document.Index.Duplicates.Select(duplicate => Duplicate(duplicate.First, duplicate.Second));
        var nodes = document.Nodes.ToHashSet();
        var remoteNodes = new Lazy<HashSet<NodeName>>(() => RemoteNodes(document));
        var references = (document.Configuration?.Elements ?? [])
            .SelectMany(section => section.Elements)
            .SelectMany(top => Inside(top).SelectMany(element => Dangling(document, top, element)).Concat(UnknownNodes(top, nodes, remoteNodes, document)));
        return duplicates.Concat(references);
    }

    private static CibFinding Duplicate(IdEntry first, CibElement second) => new()
    {
        Code = CibFindingCodes.DuplicateId,
        Subject = CibId.OfLive(second.Id!),
        What = $"The id {second.Id} belongs to a {first.Element.Name}{Line(first.Element)} and to a {second.Name}{Line(second)}.",
        Where = $"CIB {second.Name} {second.Id}{Line(second)}",
        Why = "Ids are unique in the whole configuration; the cluster refuses the document.",
        Mend = "Give one of the two another id.",
    };

    private static IEnumerable<CibFinding> Dangling(CibDocument document, CibElement top, CibElement element)
    {
        foreach (var reference in ReferencesTo.All(element))
        {
            var (attribute, id) = reference;
            if (document.Index.Find(id) is { } target && reference.Accepts(target.Element.Name))
            {
                continue;
            }

            yield return new CibFinding
            {
                Code = CibFindingCodes.DanglingReference,
                Subject = top.Id is null ? null : CibId.OfLive(top.Id),
                Attribute = attribute,
                Related = [CibId.OfLive(id)],
                What = $"{top.Name} {top.Id} names {id}, which exists nowhere in the configuration.",
                Where = $"CIB {top.Name} {top.Id}, attribute {attribute} of {element.Name}{Line(element)}",
                Why = "The cluster ignores what refers to nothing.",
                Mend = "Correct the id, or remove the reference.",
            };
        }
    }

    private static IEnumerable<CibFinding> UnknownNodes(CibElement top, HashSet<NodeName> nodes, Lazy<HashSet<NodeName>> remoteNodes, CibDocument document)
    {
        // Guest and remote nodes are resources; their names need not be in the section of nodes.
        if (top.Name != "rsc_location"
            || nodes.Count == 0
            || !NodeName.TryParse(top["node"], out var node, out _)
            || nodes.Contains(node)
            || document.Index.Find(node.Value) is not null
            || remoteNodes.Value.Contains(node))
        {
            yield break;
        }

        yield return new CibFinding
        {
            Code = CibFindingCodes.UnknownNode,
            Severity = FindingSeverity.Warning,
            Subject = top.Id is null ? null : CibId.OfLive(top.Id),
            Attribute = "node",
            What = $"{top.Name} {top.Id} names the node {node}; the cluster has {string.Join(", ", nodes.Order())}.",
            Where = $"CIB {top.Name} {top.Id}, attribute node{Line(top)}",
            Why = "The constraint has no effect until a node of that name joins.",
            Mend = "Correct the name, or let the node join.",
        };
    }

    private static HashSet<NodeName> RemoteNodes(CibDocument document) =>
        (document.Configuration?.Find(CibSections.Resources) is { } resources ? Inside(resources) : [])
            .Where(element => element.Name == "nvpair" && element["name"] == "remote-node")
            .Select(element => NodeName.TryParse(element["value"], out var name, out _) ? name : null)
            .OfType<NodeName>()
            .ToHashSet();

    private static IEnumerable<CibElement> Inside(CibElement element)
    {
        var open = new Stack<CibElement>([element]);
        while (open.TryPop(out var next))
        {
            yield return next;
            for (var i = next.Children.Length - 1; i >= 0; i--)
            {
                if (next.Children[i] is CibElement child)
                {
                    open.Push(child);
                }
            }
        }
    }

    private static string Line(CibElement element) =>
        element.Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (line {element.Line})");
}
