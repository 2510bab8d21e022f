using HaIac.Cib;
using HaIac.Findings;
using Pulumi;

namespace HaIac;

/// <summary>Turns the settings of a service into its CIB objects: the class's resources and the constraints around them.</summary>
internal static class ServiceComposer
{
    /// <summary>Composes a service.</summary>
    /// <exception cref="RunException">Something does not fit; the message has all of it.</exception>
    public static Composition Compose(ServiceArgs service)
    {
        if (service.EffectiveMode == HaMode.Disabled)
        {
            return Composition.Empty;
        }

        var name = service.EffectiveName;
        var mode = service.EffectiveMode;
        var given = service.PacemakerClass ?? service.DefaultClass ?? PacemakerClass.Systemd();
        var parameters = new ParameterReader(service, given.Name);
        var pacemakerClass = given.Bound(parameters, name);
        var context = new ServiceContext(name, service.EffectiveUnit, mode, parameters)
        {
            PrimitiveId = service.PrimitiveId,
            OperationDefaults = service.OperationDefaults ?? OperationDefaults.Class,
        };
        if (!pacemakerClass.Supports(mode))
        {
            parameters.Report(mode == HaMode.Promotable
                ? SdkFinding.CannotPromote(name, pacemakerClass.Name)
                : SdkFinding.UnsupportedMode(name, pacemakerClass.Name, mode.ToString()));
        }

        // A class whose required parameters are missing could only fail in its own way.
        var resources = parameters.LacksRequired ? Composition.Empty : pacemakerClass.Compose(context);
        if (!parameters.LacksRequired && Misfit(resources, mode) is { } misfit)
        {
            parameters.Report(SdkFinding.CompositionMisfit(name, pacemakerClass.Name, mode.ToString(), misfit));
        }

        var warnings = new List<SdkFinding>();
        var scripts = new ScriptComposer(service, resources.AgentName, parameters.Report, warnings.Add).Compose();
        resources = resources with { Scripts = scripts, Warnings = [.. warnings] };
        var findings = parameters.Finish();
        if (!findings.IsEmpty)
        {
            throw new RunException(SdkFinding.Join(findings));
        }

        return resources.OuterId is not { } outerId
            ? resources
            : resources with
            {
                Orders = [.. resources.Orders.Concat(After(service, name, outerId)).Concat(Followers(service, name, outerId)).DistinctBy(o => o.CibId)],
                Colocations = [.. resources.Colocations, .. With(service, name, outerId)],
            };
    }

    /// <summary>What is wrong with what a class composed for a mode; null if nothing is.</summary>
    private static string? Misfit(Composition resources, HaMode mode)
    {
        object?[] outer = [resources.Primitive, resources.Group, resources.Cloned, resources.Bundle];
        return outer.Count(o => o is not null) switch
        {
            0 => "it composes no resource",
            > 1 => "it composes several outermost resources, and a service is one",
            _ when resources.OuterId is null => "it does not say OuterId, by which constraints name the service",
            _ when mode == HaMode.ActivePassive && resources.Cloned is not null => "it composes a clone, which runs on many nodes",
            _ when mode != HaMode.ActivePassive && resources.Cloned is null && resources.Bundle is null => "it composes no clone",
            _ => null,
        };
    }

    private static IEnumerable<OrderConstraintArgs> After(ServiceArgs service, string name, string outerId) =>
        service.Ordering == OrderingPolicy.None
            ? []
            : from ordered in service.StartAfter
              from point in ordered.OrderPoints
              where point.CibId != outerId
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
