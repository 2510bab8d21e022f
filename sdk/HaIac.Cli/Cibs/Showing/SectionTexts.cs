using HaIac.Cib.Documents;
using HaIac.Cli.Printing;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>The smaller objects of a configuration: nodes, options, fencing levels, access control, alerts.</summary>
internal static class SectionTexts
{
    /// <summary>Writes a node.</summary>
    public static void Node(Page page, int indent, CibElement node)
    {
        var kind = node["type"] is { } type and not ("member" or "normal") ? $"{type} node" : "";
        page.Object(indent, node["uname"] ?? node.Id ?? "(no name)", kind, node.Id is { } id && id != node["uname"] ? $"id {id}" : "");
        Inside(page, indent + 4, node, OperatorState.OfNode, "attributes");
    }

    /// <summary>Writes options or defaults, one below the other: each is looked for by its name.</summary>
    public static void Options(Page page, int indent, CibElement set, bool only)
    {
        var condition = AttributeSetText.Condition(set);
        var inner = indent;
        if (!only || condition.Length > 0)
        {
            page.Object(indent, set.Id ?? set.Name, "", condition);
            inner += 4;
        }

        if (set["id-ref"] is { } shared)
            page.Detail(inner, "set", $"as {shared}");
        var pairs = AttributeSetText.PairsOf(set).ToList();
        var width = pairs.Select(pair => pair.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var (name, value) in pairs)
        {
            var byOperator = OperatorState.OfCluster(name);
            page.Row(inner, width, name, page.Value(name, value) + (byOperator ? "  (operator)" : ""), byOperator ? Ink.Operator : Ink.Plain);
        }
    }

    /// <summary>Writes a fencing level.</summary>
    public static void FencingLevel(Page page, int indent, CibElement level)
    {
        var target = level["target"]
            ?? (level["target-pattern"] is { } pattern ? $"nodes like /{pattern}/" : level["target-attribute"] is { } attribute ? $"nodes with {attribute}={level["target-value"]}" : "?");
        page.Object(indent, level.Id ?? "", "", $"{target}, level {level["index"]}: {level["devices"]?.Replace(",", " + ", StringComparison.Ordinal)}");
    }

    /// <summary>Writes a role, or a user or group with roles.</summary>
    public static void Acl(Page page, int indent, CibElement acl)
    {
        var roles = acl.Elements.Where(child => child.Name is "role" or "role_ref").Select(role => role.Id).ToList();
        var kind = acl.Name["acl_".Length..] switch { "target" => "user", var word => word };
        page.Object(indent, acl["name"] ?? acl.Id ?? "", kind, roles.Count > 0 ? $"has {string.Join(", ", roles)}" : acl["description"] is { } text ? $"\"{text}\"" : "");
        foreach (var child in acl.Elements.Where(child => child.Name is not ("role" or "role_ref")))
        {
            if (child.Name == "acl_permission")
                page.Detail(indent + 4, $"may {(child["kind"] == "deny" ? "not see" : child["kind"])}", Target(child));
            else
                page.Unknown(indent + 4, child);
        }
    }

    /// <summary>Writes an alert with its recipients.</summary>
    public static void Alert(Page page, int indent, CibElement alert)
    {
        page.Object(indent, alert.Id ?? "", "", $"runs {alert["path"]}" + (alert["description"] is { } text ? $"  \"{text}\"" : ""));
        Inside(page, indent + 4, alert, static _ => false, "parameters");
        foreach (var recipient in alert.Elements.Where(child => child.Name == "recipient"))
        {
            page.Object(indent + 4, recipient.Id ?? "", "recipient", recipient["value"] ?? "");
            Inside(page, indent + 8, recipient, static _ => false, "parameters");
        }

        foreach (var select in alert.Elements.Where(child => child.Name == "select"))
        {
            var names = select.Elements.SelectMany(kind => kind.Elements.Select(attribute => attribute["name"]).OfType<string>().DefaultIfEmpty(kind.Name.Replace("select_", "", StringComparison.Ordinal)));
            page.Detail(indent + 4, "about", string.Join(", ", names));
        }
    }

    private static void Inside(Page page, int indent, CibElement owner, Func<string, bool> isOperatorState, string label)
    {
        foreach (var child in owner.Elements.Where(child => child.Name is not ("recipient" or "select")))
        {
            if (!AttributeSetText.IsSet(child))
                page.Unknown(indent, child);
            else
                AttributeSetText.Write(page, indent, child, isOperatorState, child.Name == "instance_attributes" ? label : null);
        }
    }

    private static string Target(CibElement permission) => permission switch
    {
        _ when permission["reference"] is { } id => $"what has the id {id}",
        _ when permission["xpath"] is { } path => path,
        _ when permission["object-type"] is { } tag => $"every {tag}{(permission["attribute"] is { } name ? $", attribute {name}" : "")}",
        _ => "?",
    };
}
