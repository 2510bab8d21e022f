namespace HaIac.Protocol.Properties;

/// <summary>An object with named fields.</summary>
/// <param name="Fields">The fields.</param>
public sealed record WireMap(WireObject Fields) : WireValue;
