using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HaIac.Engine.State;

namespace HaIac.Engine.Secrets;

/// <summary>Secrets under a key that is derived from a passphrase: AES-256-GCM, key by PBKDF2-HMAC-SHA256 with 1 000 000 rounds.</summary>
/// <remarks>Source: pulumi-protocol 7.4; the same files open with the official command line.</remarks>
public sealed class PassphraseSecrets : ISecretCodec, IDisposable
{
    /// <summary>Name of this kind of secrets manager in state files.</summary>
    public const string Type = "passphrase";

    private const string Version = "v1";
    private const string Probe = "pulumi";
    private const int Rounds = 1_000_000;
    private const int SaltSize = 8;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly AesGcm _cipher;

    private PassphraseSecrets(byte[] key, string saltText)
    {
        _cipher = new(key, TagSize);
        SaltText = saltText;
    }

    /// <summary>Salt and a probe that tells a wrong passphrase; the same text stands in the state and as <c>encryptionsalt</c> in the stack file.</summary>
    public string SaltText { get; private set; }

    /// <summary>What the state file keeps.</summary>
    public SecretsProviderState State => new(Type, $"{{\"salt\":{ValueJson.ToText(new Protocol.Properties.WireText(SaltText), PlainSecrets.Instance)}}}");

    /// <summary>A new key with a new salt.</summary>
    /// <param name="passphrase">The passphrase; may be empty.</param>
    public static PassphraseSecrets Create(string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var secrets = new PassphraseSecrets(Derive(passphrase, salt), "");
        secrets.SaltText = $"{Version}:{Convert.ToBase64String(salt)}:{secrets.Encrypt(Probe)}";
        return secrets;
    }

    /// <summary>The key of a salt text.</summary>
    /// <param name="passphrase">The passphrase.</param>
    /// <param name="saltText">Salt text of the state or the stack file.</param>
    /// <exception cref="SecretException">The text is no salt text, or the passphrase is not the one it was made with.</exception>
    public static PassphraseSecrets Open(string passphrase, string saltText)
    {
        ArgumentNullException.ThrowIfNull(saltText);
        var parts = saltText.Split(':', 3);
        if (parts.Length != 3 || parts[0] != Version || !TryBase64(parts[1], out var salt))
            throw new SecretException("The encryption salt cannot be read; it has the form v1:<salt>:<probe>.");
        var secrets = new PassphraseSecrets(Derive(passphrase, salt), saltText);
        try
        {
            if (secrets.Decrypt(parts[2]) == Probe)
                return secrets;
        }
        catch (SecretException)
        {
            // Told below: here it means only that the key is not the right one.
        }

        secrets.Dispose();
        throw new SecretException("The passphrase is not correct.");
    }

    /// <summary>The secrets of a stack: by the salt in its state, else by the one in its stack file, else with a new salt.</summary>
    /// <param name="passphrase">Gives the passphrase.</param>
    /// <param name="state">What the state file says; null if nothing.</param>
    /// <param name="configSalt"><c>encryptionsalt</c> of the stack file; null if it has none.</param>
    /// <param name="where">Path of the state file, for messages.</param>
    /// <exception cref="StateException">Another kind of secrets manager, a damaged salt or a wrong passphrase.</exception>
    public static PassphraseSecrets Open(Func<string> passphrase, SecretsProviderState? state, string? configSalt, string where)
    {
        ArgumentNullException.ThrowIfNull(passphrase);
        if (state is not null && state.Type != Type)
        {
            throw new StateException(
                "HAI1142",
                "Unknown secrets manager",
                $"The secrets of this stack are kept by \"{state.Type}\"; haiac knows \"{Type}\" only.",
                where,
                null,
                "Change it with the official command line: pulumi stack change-secrets-provider passphrase.");
        }

        var salt = SaltOf(state) ?? configSalt;
        try
        {
            return string.IsNullOrEmpty(salt) ? Create(passphrase()) : Open(passphrase(), salt);
        }
        catch (SecretException exception)
        {
            throw new StateException(
                "HAI1141",
                "Wrong passphrase",
                exception.Message,
                where,
                "The stack was made with another passphrase.",
                $"Set {PassphraseSource.Variable}, or name a file that holds it in {PassphraseSource.FileVariable}.",
                exception);
        }
    }

    /// <inheritdoc/>
    public string Encrypt(string plaintext)
    {
        ArgumentNullException.ThrowIfNull(plaintext);
        return Encrypt(plaintext, RandomNumberGenerator.GetBytes(NonceSize));
    }

    /// <inheritdoc/>
    public string Decrypt(string ciphertext)
    {
        ArgumentNullException.ThrowIfNull(ciphertext);
        var parts = ciphertext.Split(':');
        if (parts.Length != 3 || parts[0] != Version
            || !TryBase64(parts[1], out var nonce) || nonce.Length != NonceSize
            || !TryBase64(parts[2], out var sealedText) || sealedText.Length < TagSize)
        {
            throw new SecretException("An encrypted value cannot be read; it has the form v1:<nonce>:<content>.");
        }

        var plain = new byte[sealedText.Length - TagSize];
        try
        {
            lock (_cipher)
                _cipher.Decrypt(nonce, sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length), plain);
        }
        catch (CryptographicException exception)
        {
            throw new SecretException("A secret cannot be decrypted with the key of this stack.", exception);
        }

        return Encoding.UTF8.GetString(plain);
    }

    /// <inheritdoc/>
    public void Dispose() => _cipher.Dispose();

    /// <summary>Encrypts with a given nonce; a nonce must never be used twice with one key, so only tests give one.</summary>
    /// <param name="plaintext">The text.</param>
    /// <param name="nonce">12 bytes.</param>
    internal string Encrypt(string plaintext, byte[] nonce)
    {
        var plain = Encoding.UTF8.GetBytes(plaintext);
        var sealedText = new byte[plain.Length + TagSize];
        lock (_cipher)
            _cipher.Encrypt(nonce, plain, sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length));
        return $"{Version}:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedText)}";
    }

    /// <summary>The key of a passphrase and a salt.</summary>
    /// <param name="passphrase">The passphrase.</param>
    /// <param name="salt">The salt.</param>
    internal static byte[] Derive(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Rounds, HashAlgorithmName.SHA256, 32);

    private static string? SaltOf(SecretsProviderState? state)
    {
        if (state is null)
            return null;
        using var document = JsonDocument.Parse(state.StateJson);
        return document.RootElement.TryGetProperty("salt", out var salt) ? salt.GetString() : null;
    }

    private static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return false;
        bytes = bytes[..length];
        return true;
    }
}
