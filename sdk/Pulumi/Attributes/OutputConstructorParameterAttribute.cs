namespace Pulumi;

/// <summary>Names the wire field of an output constructor's parameter where the two names differ.</summary>
/// <param name="name">Name of the field on the wire.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    /// <summary>Name of the field on the wire.</summary>
    public string Name { get; } = name;
}
