namespace HaIac.Engine.Secrets;

/// <summary>Secrets whose key is made only when one is met: it takes seconds, and asks for a passphrase.</summary>
internal sealed class LazySecrets(Lazy<PassphraseSecrets> opened) : ISecretCodec
{
    /// <inheritdoc/>
    public string Encrypt(string plaintext) => opened.Value.Encrypt(plaintext);

    /// <inheritdoc/>
    public string Decrypt(string ciphertext) => opened.Value.Decrypt(ciphertext);
}
