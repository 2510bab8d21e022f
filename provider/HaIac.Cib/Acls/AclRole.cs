using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Acls;

/// <summary>A set of permissions with a name; users and groups get them by naming the role. Takes effect where the option enable-acl is true.</summary>
/// <remarks>Source: Pacemaker Explained, Access Control Lists, ACL Roles; acls-3.8.rng acl_role.</remarks>
public sealed record AclRole : CibObject
{
    /// <summary>A text for people. Default: null.</summary>
    public string? Description { get; init; }

    /// <summary>What the role may and may not; where several fit one element, the most specific path counts, and deny before the others.</summary>
    /// <value>Default: none. Those that others add survive.</value>
    public ValueList<AclPermission> Permissions { get; init; } = [];

    /// <inheritdoc/>
    public override string Tag => "acl_role";
}
