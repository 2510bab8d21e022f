namespace Pulumi;

/// <summary>Marks a field or property of an args class as an input that is sent to the engine.</summary>
/// <param name="name">Name of the input on the wire.</param>
/// <param name="required">Whether a value must be given; a missing one fails the program with the member's name.</param>
/// <param name="json">Whether the value is sent as JSON text instead of a structured value.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}
