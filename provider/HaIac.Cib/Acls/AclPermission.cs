using HaIac.Cib.Values;

namespace HaIac.Cib.Acls;

/// <summary>What may be done with a part of the CIB and all inside it.</summary>
/// <remarks>
/// Says which part by one of <see cref="XPath"/>, <see cref="Reference"/> and <see cref="ObjectType"/>.
/// Source: Pacemaker Explained, Access Control Lists, ACL Permissions; acls-3.8.rng element-permission.
/// </remarks>
public sealed record AclPermission
{
    /// <summary>Its id.</summary>
    /// <value>Default: null, a new one gets <c>ROLE-KIND</c>, and it is known by what it is about.</value>
    public CibId? Id { get; init; }

    /// <summary>What it allows or denies.</summary>
    public required AclPermissionKind Kind { get; init; }

    /// <summary>All elements that this path finds (<c>xpath</c>, XPath 1.0). Default: null.</summary>
    public string? XPath { get; init; }

    /// <summary>The element with this id (<c>reference</c>). Default: null.</summary>
    public CibId? Reference { get; init; }

    /// <summary>All elements with this tag (<c>object-type</c>). Default: null.</summary>
    public string? ObjectType { get; init; }

    /// <summary>With <see cref="ObjectType"/>: only elements that have this attribute. Default: null, all.</summary>
    public string? Attribute { get; init; }

    /// <summary>A text for people. Default: null.</summary>
    public string? Description { get; init; }
}
