namespace Pulumi.Experimental;

/// <summary>A reference to a resource as a property value.</summary>
/// <param name="urn">URN of the resource.</param>
/// <param name="id">Its id; null for a component, <see cref="PropertyValue.Computed"/> while it is not known.</param>
/// <param name="version">Version of the package that declares its type; empty if it does not matter.</param>
public readonly struct ResourceReference(Urn urn, PropertyValue? id, string version) : IEquatable<ResourceReference>
{
    /// <summary>URN of the resource.</summary>
    public Urn URN { get; } = urn;

    /// <summary>Its id; null for a component, <see cref="PropertyValue.Computed"/> while it is not known.</summary>
    public PropertyValue? Id { get; } = id;

    /// <summary>Version of the package that declares its type; empty if it does not matter.</summary>
    public string PackageVersion { get; } = version;

    /// <summary>Whether two references are the same.</summary>
    /// <param name="left">One reference.</param>
    /// <param name="right">The other one.</param>
    public static bool operator ==(ResourceReference left, ResourceReference right) => left.Equals(right);

    /// <summary>Whether two references differ.</summary>
    /// <param name="left">One reference.</param>
    /// <param name="right">The other one.</param>
    public static bool operator !=(ResourceReference left, ResourceReference right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(ResourceReference other) =>
        URN == other.URN && Equals(Id, other.Id) && PackageVersion == other.PackageVersion;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ResourceReference other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(URN, Id, PackageVersion);

    /// <summary>The URN.</summary>
    public override string ToString() => URN;
}
