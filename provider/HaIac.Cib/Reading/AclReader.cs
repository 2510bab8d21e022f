using HaIac.Cib.Acls;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using static HaIac.Cib.Reading.LiveParts;
using static HaIac.Cib.Reading.LiveValue;

namespace HaIac.Cib.Reading;

/// <summary>Makes records of roles and those who have them; null where one holds what no record can hold.</summary>
internal static class AclReader
{
    /// <summary>A role; null for one with the permissions of schemas before 2.0.</summary>
    public static AclRole? Role(CibElement element) =>
        element.Elements.All(child => child.Name is not ("read" or "write" or "deny"))
        && Parts(element, "acl_permission", Permission) is { } permissions
            ? new AclRole { Id = IdOf(element), Description = element["description"], Permissions = permissions }
            : null;

    public static AclTarget Target(CibElement element) => new() { Id = IdOf(element), Name = element["name"], Roles = References(element, "role") };

    public static AclGroup Group(CibElement element) => new() { Id = IdOf(element), Name = element["name"], Roles = References(element, "role") };

    private static AclPermission? Permission(CibElement element) =>
        CibWord.TryParse<AclPermissionKind>(element["kind"], out var kind, out _)
            ? new AclPermission
            {
                Id = OptionalId(element.Id),
                Kind = kind,
                XPath = element["xpath"],
                Reference = OptionalId(element["reference"]),
                ObjectType = element["object-type"],
                Attribute = element["attribute"],
                Description = element["description"],
            }
            : null;
}
