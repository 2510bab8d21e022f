using HaIac.Cib.Values;

namespace HaIac.Operating.Services;

/// <summary>How the daemon that the init system runs is taken over when the cluster gets the service (rules E1-E7 of the requirements).</summary>
internal sealed record TakeoverSettings
{
    /// <summary>Whether it is taken over at all; false: only cluster objects are made. Default: true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Take over before the cluster starts the service. Default: true.</summary>
    public bool OnStart { get; init; } = true;

    /// <summary>Take over when the service is stopped. Default: false.</summary>
    public bool OnStop { get; init; }

    /// <summary>Take over when the status is looked at, and on refresh. Default: false.</summary>
    public bool OnRefresh { get; init; }

    /// <summary>Mask the unit too, so that package scripts cannot start it. Never for a class that runs the unit itself. Default: false.</summary>
    public bool Mask { get; init; }

    /// <summary>Whether a takeover that fails only warns. Default: false, it is an error: two instances could run.</summary>
    public bool FailureIsWarning { get; init; }

    /// <summary>Units to take over. Default: empty, the service's own.</summary>
    public ValueList<string> Units { get; init; } = [];

    /// <summary>Init systems that are left alone: systemd, sysvinit. Default: none.</summary>
    public ValueList<string> ExcludedManagers { get; init; } = [];

    /// <summary>Standards of agents that run the native unit itself, which is then never stopped. Default: systemd, service, lsb.</summary>
    public ValueList<string> NativeStandards { get; init; } = ["systemd", "service", "lsb"];
}
