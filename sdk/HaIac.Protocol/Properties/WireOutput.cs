namespace HaIac.Protocol.Properties;

/// <summary>A value with the facts that an output carries.</summary>
/// <param name="Value">The value; null if it is unknown.</param>
/// <param name="Secret">Whether it is secret.</param>
/// <param name="Dependencies">URNs of the resources it depends on.</param>
public sealed record WireOutput(WireValue? Value, bool Secret, ValueList<string> Dependencies) : WireValue
{
    /// <summary>A text without secret content.</summary>
    public override string ToString() => Secret ? "[secret]" : Value?.ToString() ?? "[unknown]";
}
