namespace HaIac.Protocol.Properties;

/// <summary>A value that is known only after the update; occurs in previews.</summary>
public sealed record WireUnknown : WireValue
{
    private WireUnknown()
    {
    }

    /// <summary>The only instance.</summary>
    public static WireUnknown Instance { get; } = new();
}
