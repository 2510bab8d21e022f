using System.Collections.Concurrent;

namespace HaIac.Engine.Secrets;

/// <summary>Gives a secret that did not change the ciphertext it had, so that a state file changes only where something changed.</summary>
/// <remarks>Remembered per resource: equal secrets of two resources must not get equal ciphertexts, or the file would tell that they are equal.</remarks>
public sealed class RememberedSecrets : ISecretCodec
{
    private readonly ISecretCodec _inner;
    private readonly ConcurrentDictionary<(string Scope, string Plaintext), string> _known = new();

    /// <summary>A memory in front of a codec.</summary>
    /// <param name="inner">Encrypts what is not known yet.</param>
    public RememberedSecrets(ISecretCodec inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <summary>The codec for one resource.</summary>
    /// <param name="scope">URN of the resource.</param>
    public ISecretCodec For(string scope) => new Scoped(this, scope);

    /// <inheritdoc/>
    public string Encrypt(string plaintext) => _inner.Encrypt(plaintext);

    /// <inheritdoc/>
    public string Decrypt(string ciphertext) => _inner.Decrypt(ciphertext);

    private sealed class Scoped(RememberedSecrets owner, string scope) : ISecretCodec
    {
        public string Encrypt(string plaintext) =>
            owner._known.GetOrAdd((scope, plaintext), static (key, codec) => codec.Encrypt(key.Plaintext), owner._inner);

        public string Decrypt(string ciphertext)
        {
            var plaintext = owner._inner.Decrypt(ciphertext);
            owner._known.TryAdd((scope, plaintext), ciphertext);
            return plaintext;
        }
    }
}
