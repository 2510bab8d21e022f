namespace Pulumi.Serialization;

/// <summary>A value that the engine returned, in plain .NET types, and what is known about it as a whole.</summary>
internal readonly record struct DecodedValue(object? Value, bool IsKnown, bool IsSecret);
