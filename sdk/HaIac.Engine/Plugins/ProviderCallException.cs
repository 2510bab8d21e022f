namespace HaIac.Engine.Plugins;

/// <summary>A call of a provider failed; the message is the provider's own, or ours if it could not say anything.</summary>
/// <param name="message">Text for the user.</param>
/// <param name="outcomeUnknown">Whether nobody knows what became of the object.</param>
/// <param name="inner">The failed call.</param>
internal sealed class ProviderCallException(string message, bool outcomeUnknown, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether nobody knows what became of the object.</summary>
    public bool OutcomeUnknown { get; } = outcomeUnknown;
}
