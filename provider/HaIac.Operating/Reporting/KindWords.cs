using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>The kind of a resource, in the words of operators.</summary>
internal static class KindWords
{
    /// <summary>The kind of a resource as the cluster reports it.</summary>
    public static ServiceKind Of(ResourceStatus resource) => resource.Kind switch
    {
        ResourceKind.Group => ServiceKind.Group,
        ResourceKind.Bundle => ServiceKind.Bundle,
        ResourceKind.Clone => resource.Promotable ? ServiceKind.Promotable : ServiceKind.Cloned,
        _ => ServiceKind.Simple,
    };

    /// <summary>The kind in words for a table.</summary>
    public static string Text(ServiceKind kind) => kind switch
    {
        ServiceKind.Simple => "primitive",
        ServiceKind.Cloned => "clone",
        ServiceKind.Promotable => "promotable clone",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
