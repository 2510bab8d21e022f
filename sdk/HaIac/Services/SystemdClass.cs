namespace HaIac;

/// <summary>The cluster runs the systemd unit of the service.</summary>
internal sealed class SystemdClass(string? unit) : PacemakerClass
{
    public override string Name => unit is null ? "systemd" : $"systemd:{unit}";

    public override Composition Compose(ServiceContext service)
    {
        if (service.Mode == HaMode.Promotable)
        {
            service.Parameters.Report(
                HaIac.Findings.SdkFinding.CannotPromote(service.Name, $"systemd:{unit ?? service.UnitName}"));
        }

        return DaemonComposer.Compose(service, $"systemd:{unit ?? service.UnitName}", takesParameters: false);
    }
}
