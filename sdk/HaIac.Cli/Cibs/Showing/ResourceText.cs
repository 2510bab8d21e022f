using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>A resource with everything in it: agent, parameters, operations, meta attributes, and the resources that it holds.</summary>
internal static class ResourceText
{
    /// <summary>Writes a resource.</summary>
    /// <param name="page">Takes the text.</param>
    /// <param name="indent">Blanks before it.</param>
    /// <param name="element">The resource.</param>
    public static void Write(Page page, int indent, CibElement element)
    {
        page.Object(indent, element.Id ?? "(no id)", Kind(element), element["description"] is { Length: > 0 } text ? $"\"{text}\"" : "");
        var inner = indent + 4;
        page.Pairs(inner, "attributes", Others(element));
        foreach (var child in element.Elements)
        {
            switch (child.Name)
            {
                case "instance_attributes" or "meta_attributes" or "utilization":
                    AttributeSetText.Write(page, inner, child, child.Name == "meta_attributes" ? OperatorState.OfResource : static _ => false);
                    break;
                case "operations":
                    Operations(page, inner, child);
                    break;
                case "primitive" or "group" or "clone" or "master" or "bundle" or "template":
                    Write(page, inner, child);
                    break;
                default:
                    Part(page, inner, child);
                    break;
            }
        }
    }

    /// <summary>The kind of a resource, and of a primitive its agent.</summary>
    /// <param name="element">The resource.</param>
    public static string Kind(CibElement element) => element.Name switch
    {
        "primitive" => Agent(element),
        "template" => $"template, {Agent(element)}",
        "clone" when IsPromotable(element) => "clone, promotable",
        "master" => "master (a promotable clone in old words)",
        _ => element.Name,
    };

    /// <summary>What is done when: name, interval and all that is set, in one line.</summary>
    /// <param name="page">Masks secrets.</param>
    /// <param name="operation">The element <c>op</c>.</param>
    public static string Operation(Page page, CibElement operation)
    {
        var interval = operation["interval"] is { } text && !(CibDuration.TryParse(text, out var duration, out _) && duration == CibDuration.Zero) ? $" every {text}" : "";
        var attributes = operation.Attributes.Where(attribute => attribute.Name is not ("id" or "name" or "interval")).Select(attribute => page.Pair(attribute.Name, attribute.Value));
        var pairs = operation.Elements.Where(AttributeSetText.IsSet).SelectMany(AttributeSetText.PairsOf).Select(pair => page.Pair(pair.Name, pair.Value));
        return string.Join("  ", attributes.Concat(pairs).Prepend((operation["name"] ?? "(no name)") + interval));
    }

    private static void Operations(Page page, int indent, CibElement operations)
    {
        var label = "operations";
        if (operations["id-ref"] is { } shared)
            page.Detail(indent, label, $"those of {shared}");
        foreach (var child in operations.Elements)
        {
            if (child.Name != "op")
            {
                page.Unknown(indent, child);
                continue;
            }

            page.Detail(indent, label, Operation(page, child));
            foreach (var condition in child.Elements.Where(AttributeSetText.IsSet).Select(AttributeSetText.Condition).Where(text => text.Length > 0))
                page.Detail(indent + 2, "", condition, Printing.Ink.Faint);
            label = "";
        }
    }

    /// <summary>A part of a bundle, or something that nothing more is known of.</summary>
    private static void Part(Page page, int indent, CibElement part)
    {
        page.Pairs(indent, part.Name, part.Attributes.Where(attribute => attribute.Name != "id").Select(attribute => (attribute.Name, attribute.Value)));
        foreach (var child in part.Elements)
            page.Pairs(indent + 2, child.Name, child.Attributes.Where(attribute => attribute.Name != "id").Select(attribute => (attribute.Name, attribute.Value)));
    }

    private static IEnumerable<(string Name, string Value)> Others(CibElement element) => element.Attributes
        .Where(attribute => attribute.Name is not ("id" or "class" or "provider" or "type" or "template" or "description"))
        .Select(attribute => (attribute.Name, attribute.Value));

    private static string Agent(CibElement element) => element["template"] is { } template
        ? $"as template {template}"
        : string.Join(':', new[] { element["class"], element["provider"], element["type"] }.OfType<string>());

    private static bool IsPromotable(CibElement clone) => clone.Elements.Where(child => child.Name == "meta_attributes").SelectMany(AttributeSetText.PairsOf)
        .Any(pair => pair.Name == "promotable" && CibBoolean.TryParse(pair.Value, out var promotable, out _) && promotable);
}
