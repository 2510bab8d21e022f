namespace HaIac.Protocol.Properties;

/// <summary>What the peer that receives values understands; what it does not is sent in the plainer form.</summary>
public sealed record WireMarshalOptions
{
    /// <summary>A peer that understands everything.</summary>
    public static WireMarshalOptions Everything { get; } = new() { KeepSecrets = true, KeepReferences = true, KeepOutputs = true };

    /// <summary>Whether secrets keep their mark; otherwise the plain value is sent. Default: false.</summary>
    public bool KeepSecrets { get; init; }

    /// <summary>Whether references are sent as such; otherwise the id, or the URN of a component. Default: false.</summary>
    public bool KeepReferences { get; init; }

    /// <summary>Whether output values are sent as such; otherwise as plain value, secret or unknown. Default: false.</summary>
    public bool KeepOutputs { get; init; }

    /// <summary>Whether fields with an unknown value are sent; otherwise they are left out. Default: true.</summary>
    public bool KeepUnknowns { get; init; } = true;

    /// <summary>Whether fields of objects without a value are left out, at every depth. Default: false.</summary>
    public bool DropNulls { get; init; }
}
