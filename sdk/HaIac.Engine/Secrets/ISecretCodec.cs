namespace HaIac.Engine.Secrets;

/// <summary>Encrypts and decrypts texts; one codec belongs to one stack.</summary>
public interface ISecretCodec
{
    /// <summary>Encrypts a text.</summary>
    /// <param name="plaintext">The text; secrets of the state are JSON, secrets of the configuration are raw.</param>
    string Encrypt(string plaintext);

    /// <summary>Decrypts a text.</summary>
    /// <param name="ciphertext">What <see cref="Encrypt"/> returned, in this run or long ago.</param>
    /// <exception cref="SecretException">The text was not made with this stack's key.</exception>
    string Decrypt(string ciphertext);
}
