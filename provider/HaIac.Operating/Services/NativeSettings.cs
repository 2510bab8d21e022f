namespace HaIac.Operating.Services;

/// <summary>What the init system of each node shall do with a service that the cluster does not run.</summary>
internal sealed record NativeSettings
{
    /// <summary>Whether the unit shall run. Default: null, that is left as it is.</summary>
    public bool? Running { get; init; }

    /// <summary>Whether the unit shall start with the machine. Default: null, that is left as it is.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether anything is asked for at all; if not, the service is not touched.</summary>
    public bool IsAsked => Running is not null || Enabled is not null;
}
