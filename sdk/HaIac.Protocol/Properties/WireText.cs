namespace HaIac.Protocol.Properties;

/// <summary>A text.</summary>
/// <param name="Value">The value.</param>
public sealed record WireText(string Value) : WireValue;
