using HaIac.Cib.Values;

namespace HaIac.Cib.Planning.Nesting;

/// <summary>A reference that follows a resource into, or out of, its holder.</summary>
/// <param name="Referrer">The object at the top of its section that holds the reference: a constraint, a tag, an ACL role.</param>
/// <param name="Attribute">Where in it: <c>rsc</c>, <c>first</c>, <c>resource_set[ID].resource_ref</c>, <c>obj_ref</c>, <c>acl_permission[ID].reference</c>.</param>
/// <param name="Old">The id it named.</param>
/// <param name="New">The id it names now.</param>
public sealed record Retargeting(CibId Referrer, string Attribute, CibId Old, CibId New)
{
    /// <summary>The retargeting as a line: <c>vip-with-web: with-rsc web => web-clone</c>.</summary>
    public override string ToString() => $"{Referrer}: {Attribute} {Old} => {New}";
}
