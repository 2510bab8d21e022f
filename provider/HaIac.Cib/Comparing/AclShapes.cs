using HaIac.Cib.Acls;
using HaIac.Cib.Values;
using static HaIac.Cib.Comparing.ShapeText;

namespace HaIac.Cib.Comparing;

/// <summary>Lays roles and those who have them out, the reverse of <c>Reading.AclReader</c>.</summary>
internal static class AclShapes
{
    public static ObjectShape Of(AclRole role) => new(role.Tag, role.Id.Value, Map(("description", role.Description)))
    {
        Parts = [.. role.Permissions.Select(Of)],
    };

    public static ObjectShape Of(AclTarget target) => new(target.Tag, target.Id.Value, Map(("name", target.Name)))
    {
        Parts = Roles(target.Roles),
    };

    public static ObjectShape Of(AclGroup group) => new(group.Tag, group.Id.Value, Map(("name", group.Name)))
    {
        Parts = Roles(group.Roles),
    };

    private static ObjectShape Of(AclPermission permission) => new("acl_permission", permission.Id?.Value ?? "", Map(
        ("kind", Word<AclPermissionKind>(permission.Kind)),
        ("xpath", permission.XPath),
        ("reference", permission.Reference?.Value),
        ("object-type", permission.ObjectType),
        ("attribute", permission.Attribute),
        ("description", permission.Description)));

    private static ObjectShape[] Roles(ValueList<CibId> roles) => ConstraintShapes.References("role", roles);
}
