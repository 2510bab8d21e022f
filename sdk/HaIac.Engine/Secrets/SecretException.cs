namespace HaIac.Engine.Secrets;

/// <summary>A secret cannot be decrypted. The message never holds the secret.</summary>
public sealed class SecretException : Exception
{
    /// <summary>A fault without a cause.</summary>
    /// <param name="message">What, in one sentence.</param>
    /// <param name="inner">The cause.</param>
    public SecretException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
