namespace Pulumi;

/// <summary>A provider refused a call.</summary>
internal sealed class InvokeException(string message) : Exception(message);
