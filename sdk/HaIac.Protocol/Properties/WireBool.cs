namespace HaIac.Protocol.Properties;

/// <summary>True or false.</summary>
/// <param name="Value">The value.</param>
public sealed record WireBool(bool Value) : WireValue;
