using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Ids used twice, references to nothing or to what cannot be meant, nodes that are not there.</summary>
internal static class ReferenceCheck
{
    private const string TakenAsNothing = "The cluster ignores what refers to nothing.";

    public static IEnumerable<CibFinding> Run(Survey survey)
    {
        var nodes = new Lazy<HashSet<NodeName>>(() => [.. survey.Nodes, .. survey.RemoteNodes]);
        var references = (survey.Document.Configuration?.Elements ?? [])
            .SelectMany(section => section.Elements)
            .SelectMany(top => Inside(top).SelectMany(element => Dangling(survey, top, element)).Concat(UnknownNode(survey, top, nodes)));
        return survey.Document.Index.Duplicates.Select(duplicate => Duplicate(duplicate.First, duplicate.Second)).Concat(references);
    }

    private static CibFinding Duplicate(IdEntry first, CibElement second) => new()
    {
        Code = CibFindingCodes.DuplicateId,
        Subject = CibId.OfLive(second.Id!),
        What = $"The id {second.Id} belongs to a {first.Element.Name}{Place.Line(first.Element)} and to a {second.Name}{Place.Line(second)}.",
        Where = Place.Of(second),
        Why = "Ids are unique in the whole configuration; the cluster refuses the document.",
        Mend = "Give one of the two another id.",
    };

    private static IEnumerable<CibFinding> Dangling(Survey survey, CibElement top, CibElement element)
    {
        foreach (var reference in ReferencesTo.All(element))
        {
            var (attribute, id) = reference;
            var target = survey.Document.Index.Find(id)?.Element;
            if (target is null || !reference.Accepts(target.Name) || (attribute == "devices" && survey.Resource(id) is { IsPrimitive: true, Standard: not (null or "stonith") }))
            {
                yield return Dangling(top, element, reference, target);
            }
            else if (element.Name != "obj_ref" && top.Name.StartsWith("rsc_", StringComparison.Ordinal) && attribute != "id-ref" && survey.Resource(id) is { Multiplier: { } outer } inner && !ReferenceEquals(inner, outer))
            {
                yield return InnerNamed(top, element, attribute, inner, outer);
            }
        }
    }

    private static CibFinding Dangling(CibElement top, CibElement element, Reference reference, CibElement? target) => new()
    {
        Code = CibFindingCodes.DanglingReference,
        Severity = element.Name == "obj_ref" ? FindingSeverity.Warning : FindingSeverity.Error,
        Subject = Place.IdOf(top),
        Attribute = reference.Attribute,
        Related = [CibId.OfLive(reference.Id)],
        What = target is null
            ? $"{Place.Named(top)} names {reference.Id}, which exists nowhere in the configuration."
            : $"{Place.Named(top)} names {reference.Id}, which is a {target.Name}, where a {reference.Kind} is meant.",
        Where = $"CIB {Place.Named(top)}, attribute {reference.Attribute} of {element.Name}{Place.Line(element)}",
        Why = reference.Attribute == "devices" ? "A fencing level with a device that is none fails, so the node is not fenced by it." : TakenAsNothing,
        Mend = "Correct the id, or remove the reference.",
    };

    private static CibFinding InnerNamed(CibElement top, CibElement element, string attribute, SurveyedResource inner, SurveyedResource outer) => new()
    {
        Code = CibFindingCodes.InnerNamed,
        Severity = FindingSeverity.Warning,
        Subject = Place.IdOf(top),
        Attribute = attribute,
        Related = [CibId.OfLive(inner.Id), CibId.OfLive(outer.Id)],
        What = $"{Place.Named(top)} names {inner.Id}, which stands in {Place.Named(outer.Element)}.",
        Where = $"CIB {Place.Named(top)}, attribute {attribute} of {element.Name}{Place.Line(element)}",
        Why = $"The cluster knows only the instances of {outer.Id}: it ignores the constraint until {inner.Id} has run, or for good.",
        Mend = $"Name {outer.Id} instead.",
    };

    private static IEnumerable<CibFinding> UnknownNode(Survey survey, CibElement top, Lazy<HashSet<NodeName>> nodes)
    {
        var attribute = top.Name switch { "rsc_location" => "node", "fencing-level" => "target", _ => null };

        // Bundles make nodes of their own; their names follow from the bundle's, and other ids than of resources are no nodes.
        if (attribute is null
            || survey.Nodes.Count == 0
            || !NodeName.TryParse(top[attribute], out var node, out _)
            || nodes.Value.Contains(node)
            || survey.Document.Index.Find(node.Value) is not null
            || IsBundleNode(survey, node.Value))
        {
            yield break;
        }

        var near = NearestName.Find(node.Value, nodes.Value.Select(known => known.Value));
        yield return new CibFinding
        {
            Code = CibFindingCodes.UnknownNode,
            Severity = FindingSeverity.Warning,
            Subject = Place.IdOf(top),
            Attribute = attribute,
            What = $"{Place.Named(top)} names the node {node}; the cluster has {Place.List([.. nodes.Value.Order().Select(known => known.Value)])}.",
            Where = Place.Of(top, $"attribute {attribute}"),
            Why = attribute == "node" ? "The constraint has no effect until a node of that name joins." : "The fencing level is for nobody until a node of that name joins.",
            Mend = near is null ? "Correct the name, or let the node join." : $"Did you mean {near}? Otherwise let the node join.",
        };
    }

    private static bool IsBundleNode(Survey survey, string name) =>
        name.LastIndexOf('-') is > 0 and var dash && survey.Resource(name[..dash]) is { IsBundle: true };

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
}
