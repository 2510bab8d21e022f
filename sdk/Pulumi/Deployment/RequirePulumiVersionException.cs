namespace Pulumi;

/// <summary>The engine is of a version that the program does not accept.</summary>
/// <param name="message">The engine's own words.</param>
internal sealed class RequirePulumiVersionException(string message) : Exception(message);
