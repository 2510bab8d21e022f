namespace Pulumi;

/// <summary>Marks a property of a resource or stack as an output; the SDK fills it with what the engine returns.</summary>
/// <param name="name">Name of the property on the wire; default: the name of the C# property.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>Name of the property on the wire; <c>null</c> for the name of the C# property.</summary>
    public string? Name { get; } = name;
}
