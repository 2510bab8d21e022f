using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Acls;

/// <summary>A user of the operating system with roles. Users root and hacluster always may do all.</summary>
/// <remarks>Source: Pacemaker Explained, Access Control Lists, ACL Targets and Groups; acls-3.8.rng acl_target.</remarks>
public sealed record AclTarget : CibObject
{
    /// <summary>The user's name. Default: null, the id is the name; from schema 3.8, for names that are no ids or are taken.</summary>
    public string? Name { get; init; }

    /// <summary>The roles, by their ids; those that others add survive. Default: none.</summary>
    public ValueList<CibId> Roles { get; init; } = [];

    /// <inheritdoc/>
    public override string Tag => "acl_target";
}
