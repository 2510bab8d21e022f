namespace HaIac.Engine.Secrets;

/// <summary>Encrypts nothing: for secrets inside a secret, of which only the outermost is really encrypted.</summary>
public sealed class PlainSecrets : ISecretCodec
{
    private PlainSecrets()
    {
    }

    /// <summary>The only instance.</summary>
    public static PlainSecrets Instance { get; } = new();

    /// <inheritdoc/>
    public string Encrypt(string plaintext) => plaintext;

    /// <inheritdoc/>
    public string Decrypt(string ciphertext) => ciphertext;
}
