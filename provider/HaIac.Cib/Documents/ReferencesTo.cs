namespace HaIac.Cib.Documents;

/// <summary>Which attributes of which elements name another object by its id.</summary>
/// <remarks>Source: the attributes of type IDREF in constraints-3.9.rng, tags-3.3.rng, acls-3.8.rng and resources-3.9.rng.</remarks>
internal static class ReferencesTo
{
    private static readonly string[] s_resourceAttributes = ["rsc", "with-rsc", "first", "then"];

    /// <summary>Whether the attribute <c>id</c> of such an element names another element and is no id of its own.</summary>
    public static bool IsReference(string tag) => tag is "resource_ref" or "obj_ref" or "role";

    /// <summary>The resources that one element names, with the attribute that names each; its children are not looked at.</summary>
    public static IEnumerable<(string Attribute, string Id)> Resources(CibElement element)
    {
        switch (element.Name)
        {
            case "rsc_location" or "rsc_colocation" or "rsc_order" or "rsc_ticket":
                foreach (var name in s_resourceAttributes)
                {
                    if (element[name] is { } id)
                    {
                        yield return (name, id);
                    }
                }

                break;
            case "resource_ref" or "obj_ref" when element.Id is { } id:
                yield return ("id", id);
                break;
            case "acl_permission" when element["reference"] is { } id:
                yield return ("reference", id);
                break;
            case "primitive" when element["template"] is { } id:
                yield return ("template", id);
                break;
        }
    }

    /// <summary>All references of one element: to resources, and to sets of attributes, operations and rules that it shares.</summary>
    public static IEnumerable<(string Attribute, string Id)> All(CibElement element) =>
        element["id-ref"] is { } shared ? Resources(element).Append(("id-ref", shared)) : Resources(element);

    /// <summary>Whether constraints may name such an element.</summary>
    public static bool IsTarget(string tag) => tag is "primitive" or "group" or "clone" or "master" or "bundle" or "template" or "tag";
}
