namespace Pulumi;

/// <summary>
/// Marks an interface as a union of several classes and names the field that tells them apart. An output declared as the
/// interface becomes the class that <see cref="DiscriminatedUnionCaseAttribute"/> names for the value of that field; a
/// value without the field, or with one that no case names, is reported as a warning and becomes <c>null</c>.
/// </summary>
/// <param name="propertyName">Name of the field on the wire, such as <c>kind</c>.</param>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class DiscriminatedUnionDiscriminatorAttribute(string propertyName) : Attribute
{
    /// <summary>Name of the field on the wire whose text decides which case a value is.</summary>
    public string PropertyName { get; } = propertyName;
}
