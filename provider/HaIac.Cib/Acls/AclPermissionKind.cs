namespace HaIac.Cib.Acls;

/// <summary>What a permission does (<c>kind</c>).</summary>
public enum AclPermissionKind
{
    /// <summary>May be seen.</summary>
    Read,

    /// <summary>May be seen and changed.</summary>
    Write,

    /// <summary>Is hidden and may not be changed.</summary>
    Deny,
}
