namespace Pulumi;

/// <summary>The engine ended while the program was still running.</summary>
internal sealed class EngineGoneException(string address) : Exception(FailureText.OfLostEngine(address));
