using HaIac;
using HaIac.Cib;

namespace OwnClass;

/// <summary>A daemon whose data is on a DRBD volume: it runs where the volume is promoted, and only after that.</summary>
public sealed class DrbdBacked : PacemakerClass
{
    /// <summary>Id of the volume's promotable clone.</summary>
    [Parameter(Required = true)] public string? Volume { get; init; }

    /// <summary>How long the daemon may take to recover its data.</summary>
    [Parameter] public TimeSpan RecoveryTime { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How much a node with a failed volume is avoided.</summary>
    [Parameter] public Score Attraction { get; init; } = Score.Infinity;

    /// <summary>One instance only: the volume is promoted on one node.</summary>
    public override bool Supports(HaMode mode) => mode == HaMode.ActivePassive;

    public override Composition Compose(ServiceContext service)
    {
        var daemon = service.Daemon($"systemd:{service.UnitName}", operations: new() { ["start"] = new() { Timeout = RecoveryTime } });
        return daemon with
        {
            Orders = [new OrderConstraintArgs { CibId = $"{service.Name}-after-{Volume}", First = Volume!, FirstAction = "promote", Then = daemon.OuterId!, ThenAction = "start" }],
            Colocations = [new ColocationConstraintArgs { CibId = $"{service.Name}-with-{Volume}", Dependent = daemon.OuterId!, Primary = Volume!, PrimaryRole = "Promoted", Score = Attraction.ToString() }],
        };
    }
}
