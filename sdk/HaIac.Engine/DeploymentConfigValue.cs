namespace HaIac.Engine;

/// <summary>One value of the stack's configuration.</summary>
/// <param name="Text">The value in plain text; structured values as JSON text.</param>
/// <param name="IsSecret">Whether it must not be shown.</param>
public sealed record DeploymentConfigValue(string Text, bool IsSecret = false)
{
    /// <summary>A text without secret content.</summary>
    public override string ToString() => IsSecret ? "[secret]" : Text;
}
