namespace HaIac.Cib.Documents;

/// <summary>One place of an element that names another element by its id.</summary>
/// <param name="Tag">The tag of the element that names it.</param>
/// <param name="Attribute">The attribute that holds the id.</param>
/// <param name="Id">The id.</param>
internal readonly record struct Reference(string Tag, string Attribute, string Id)
{
    /// <summary>Whether an element with this tag is what is meant: a constraint cannot name a node, nor a target of permissions a resource.</summary>
    public bool Accepts(string tag) => (Tag, Attribute) switch
    {
        ("obj_ref", _) or ("acl_permission", _) => true,
        ("role", _) => tag == "acl_role",
        ("primitive", "template") => tag == "template",
        ("fencing-level", _) => tag is "primitive" or "clone",

        // A resource may share the operations of another one as a whole.
        (CibTags.Operations, "id-ref") => tag is CibTags.Operations or "primitive" or "template",
        (_, "id-ref") => tag == Tag,
        _ => ReferencesTo.IsTarget(tag),
    };

    /// <summary>What it names, in a word for messages.</summary>
    public string Kind => (Tag, Attribute) switch
    {
        ("obj_ref", _) or ("acl_permission", _) => "object",
        ("role", _) => "role",
        ("primitive", "template") => "template",
        ("fencing-level", _) => "fencing device",
        (_, "id-ref") => Tag,
        _ => "resource",
    };

    /// <summary>The attribute and the id, without the tag.</summary>
    public void Deconstruct(out string attribute, out string id)
    {
        attribute = Attribute;
        id = Id;
    }
}
