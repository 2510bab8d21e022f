using HaIac.Cib;
using HaIac.Findings;
using Pulumi;

namespace HaIac;

/// <summary>Turns the settings of a service into its CIB objects: the class's resources and the constraints around them.</summary>
internal static class ServiceComposer
{
    public static Composition Compose(ServiceArgs service)
    {
        if (service.EffectiveMode == HaMode.Disabled)
        {
            return Composition.Empty;
        }

        var name = service.EffectiveName;
        var pacemakerClass = service.PacemakerClass ?? service.DefaultClass ?? PacemakerClass.Systemd();
        var parameters = new ParameterReader(service.ResourceHash, name, pacemakerClass.Name);
        var context = new ServiceContext(name, service.EffectiveUnit, service.EffectiveMode, parameters) { PrimitiveId = service.PrimitiveId };
        var resources = pacemakerClass.Compose(context);
        var findings = parameters.Finish();
        if (!findings.IsEmpty)
        {
            throw new RunException(SdkFinding.Join(findings));
        }

        return resources.OuterId is not { } outerId
            ? resources
            : resources with
            {
                Orders = [.. resources.Orders, .. After(service, name, outerId), .. Followers(service, name, outerId)],
                Colocations = [.. resources.Colocations, .. With(service, name, outerId)],
            };
    }

    private static IEnumerable<OrderConstraintArgs> After(ServiceArgs service, string name, string outerId) =>
        service.Ordering == OrderingPolicy.None
            ? []
            : from ordered in service.StartAfter
              from point in ordered.OrderPoints
              select new OrderConstraintArgs
              {
                  CibId = $"{name}-after-{point.Name}",
                  First = point.CibId,
                  FirstAction = point.Action == "start" ? null : (Input<string>)point.Action,
                  Then = outerId,
                  ThenAction = point.Action == "start" ? null : (Input<string>)"start",
                  Kind = service.Ordering == OrderingPolicy.Strict ? "Mandatory" : "Optional",
              };

    // A follower such as an address starts before the service when both start at once, so that the service can bind to it.
    private static IEnumerable<OrderConstraintArgs> Followers(ServiceArgs service, string name, string outerId) =>
        from follower in service.Followers
        from point in follower.OrderPoints
        select new OrderConstraintArgs { CibId = $"{name}-after-{point.Name}", First = point.CibId, Then = outerId, Kind = "Optional" };

    private static IEnumerable<ColocationConstraintArgs> With(ServiceArgs service, string name, string outerId) =>
        from follower in service.Followers
        from point in follower.OrderPoints
        select new ColocationConstraintArgs { CibId = $"{point.Name}-with-{name}", Dependent = point.CibId, Primary = outerId, Score = "INFINITY" };
}
