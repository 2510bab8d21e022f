namespace HaIac;

/// <summary>The cluster runs the systemd unit of the service.</summary>
internal sealed class SystemdClass(string? unit) : PacemakerClass
{
    public override string Name => unit is null ? "systemd" : $"systemd:{unit}";

    // A unit has no promote action.
    public override bool Supports(HaMode mode) => mode != HaMode.Promotable;

    public override Composition Compose(ServiceContext service) =>
        DaemonComposer.Compose(service, $"systemd:{unit ?? service.UnitName}", takesParameters: false);
}
