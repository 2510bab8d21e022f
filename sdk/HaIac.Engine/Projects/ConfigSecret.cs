namespace HaIac.Engine.Projects;

/// <summary>An encrypted text.</summary>
/// <param name="Ciphertext">What the stack's key decrypts.</param>
public sealed record ConfigSecret(string Ciphertext) : ConfigNode
{
    /// <inheritdoc/>
    public override bool IsSecret => true;
}
