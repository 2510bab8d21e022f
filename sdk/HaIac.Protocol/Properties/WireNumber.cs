namespace HaIac.Protocol.Properties;

/// <summary>A number; all numbers are IEEE doubles on the wire.</summary>
/// <param name="Value">The value.</param>
public sealed record WireNumber(double Value) : WireValue;
