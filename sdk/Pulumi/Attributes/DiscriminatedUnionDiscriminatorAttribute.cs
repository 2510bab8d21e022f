namespace Pulumi;

/// <summary>Names the field of a union's types that tells them apart.</summary>
/// <param name="propertyName">Name of the field on the wire.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DiscriminatedUnionDiscriminatorAttribute(string propertyName) : Attribute
{
    /// <summary>Name of the field on the wire.</summary>
    public string PropertyName { get; } = propertyName;
}
