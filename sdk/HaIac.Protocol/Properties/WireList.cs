namespace HaIac.Protocol.Properties;

/// <summary>A list of values.</summary>
/// <param name="Items">The elements in order.</param>
public sealed record WireList(ValueList<WireValue> Items) : WireValue;
