namespace HaIac.Engine.Secrets;

/// <summary>Stands for secrets without knowing them: for events, and for commands that decrypt nothing.</summary>
public sealed class MaskedSecrets : ISecretCodec
{
    /// <summary>What stands for every secret.</summary>
    public const string Mask = "[secret]";

    private MaskedSecrets()
    {
    }

    /// <summary>The only instance.</summary>
    public static MaskedSecrets Instance { get; } = new();

    /// <inheritdoc/>
    public string Encrypt(string plaintext) => Mask;

    /// <inheritdoc/>
    public string Decrypt(string ciphertext) => "\"" + Mask + "\"";
}
