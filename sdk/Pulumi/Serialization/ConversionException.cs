namespace Pulumi.Serialization;

/// <summary>A value that the engine returned does not fit the type that the program expects.</summary>
internal sealed class ConversionException(string message) : Exception(message);
