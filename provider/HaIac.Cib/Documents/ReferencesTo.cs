namespace HaIac.Cib.Documents;

/// <summary>Which attributes of which elements name another object by its id.</summary>
/// <remarks>
/// Source: the attributes of type IDREF in constraints-3.9.rng, acls-3.8.rng, resources-3.9.rng, nvset-3.9.rng and rule-3.9.rng; obj_ref of
/// tags-3.3.rng and devices of fencing-2.4.rng, which are texts to the schemas but ids to Pacemaker.
/// </remarks>
internal static class ReferencesTo
{
    private static readonly string[] s_resourceAttributes = ["rsc", "with-rsc", "first", "then"];

    /// <summary>Whether the attribute <c>id</c> of such an element names another element and is no id of its own.</summary>
    public static bool IsReference(string tag) => tag is "resource_ref" or "obj_ref" or "role";

    /// <summary>The resources that one element names, and what else tags and permissions name; its children are not looked at.</summary>
    public static IEnumerable<Reference> Resources(CibElement element)
    {
        switch (element.Name)
        {
            case "rsc_location" or "rsc_colocation" or "rsc_order" or "rsc_ticket":
                foreach (var name in s_resourceAttributes)
                {
                    if (element[name] is { } id)
                    {
                        yield return new(element.Name, name, id);
                    }
                }

                break;
            case "resource_ref" or "obj_ref" when element.Id is { } id:
                yield return new(element.Name, "id", id);
                break;
            case "acl_permission" when element["reference"] is { } id:
                yield return new(element.Name, "reference", id);
                break;
            case "primitive" when element["template"] is { } id:
                yield return new(element.Name, "template", id);
                break;
            case "fencing-level" when element["devices"] is { } devices:
                foreach (var device in devices.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    yield return new(element.Name, "devices", device);
                }

                break;
        }
    }

    /// <summary>All references of one element: to resources, to roles, and to sets of attributes, operations and rules that it shares.</summary>
    public static IEnumerable<Reference> All(CibElement element)
    {
        var references = Resources(element);
        if (element["id-ref"] is { } shared)
        {
            references = references.Append(new(element.Name, "id-ref", shared));
        }

        return element.Name == "role" && element.Id is { } role ? references.Append(new(element.Name, "id", role)) : references;
    }

    /// <summary>Whether constraints may name such an element.</summary>
    public static bool IsTarget(string tag) => tag is "primitive" or "group" or "clone" or "master" or "bundle" or "template" or "tag";
}
