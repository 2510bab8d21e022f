namespace Pulumi.Experimental.Provider;

/// <summary>
/// A failure that the user should read as it is: the message is sent unchanged, line ends included. Any other exception counts as a
/// fault of the provider, and is sent as one line. Not in the official SDK.
/// </summary>
/// <param name="kind">Whose turn it is now.</param>
/// <param name="message">What failed, where, why, and how to mend it; no secrets.</param>
/// <param name="inner">What caused it; not sent.</param>
public class ProviderException(ProviderFailureKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whose turn it is now.</summary>
    public ProviderFailureKind Kind { get; } = kind;

    /// <summary>
    /// Whether the provider has taken the secrets out of the message itself. Otherwise every text that came as a secret is masked in it, even where it is no
    /// credential, such as the host name in a connection that is a secret as a whole.
    /// </summary>
    public bool IsMasked { get; init; }
}
