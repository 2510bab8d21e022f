namespace HaIac.Protocol.Properties;

/// <summary>No value.</summary>
public sealed record WireNull : WireValue
{
    private WireNull()
    {
    }

    /// <summary>The only instance.</summary>
    public static WireNull Instance { get; } = new();
}
