namespace Pulumi;

/// <summary>Marks the constructor of an output type. Each parameter takes the wire field of its own name.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
