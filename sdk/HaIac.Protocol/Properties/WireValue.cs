namespace HaIac.Protocol.Properties;

/// <summary>A property value as it travels between programs, engines and plugins. Values are immutable and equal by content.</summary>
public abstract record WireValue;
