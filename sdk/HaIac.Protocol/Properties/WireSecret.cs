namespace HaIac.Protocol.Properties;

/// <summary>A value that must be masked in texts and encrypted in the state.</summary>
/// <param name="Value">The plain value.</param>
public sealed record WireSecret(WireValue Value) : WireValue
{
    /// <summary>A text without the plain value, so that logs and debuggers do not leak it.</summary>
    public override string ToString() => "[secret]";
}
