namespace Pulumi;

/// <summary>A message could not be handed to the engine.</summary>
/// <param name="exception">Why.</param>
public class LogException(Exception exception)
    : Exception($"A log message could not be handed to the engine: {exception?.Message}", exception);
