using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Acls;

/// <summary>A group of the operating system whose users have roles.</summary>
/// <remarks>Source: Pacemaker Explained, Access Control Lists, ACL Targets and Groups; acls-3.8.rng acl_group.</remarks>
public sealed record AclGroup : CibObject
{
    /// <summary>The group's name. Default: null, the id is the name; from schema 3.8, for names that are no ids or are taken.</summary>
    public string? Name { get; init; }

    /// <summary>The roles, by their ids; those that others add survive. Default: none.</summary>
    public ValueList<CibId> Roles { get; init; } = [];

    /// <inheritdoc/>
    public override string Tag => "acl_group";
}
