using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>The kind of a resource.</summary>
internal static class ReportedKinds
{
    /// <summary>The kind of a resource as the cluster reports it.</summary>
    public static ReportedKind Of(ResourceStatus resource) => resource.Kind switch
    {
        ResourceKind.Group => ReportedKind.Group,
        ResourceKind.Bundle => ReportedKind.Bundle,
        ResourceKind.Clone => resource.Promotable ? ReportedKind.Promotable : ReportedKind.Clone,
        _ => ReportedKind.Primitive,
    };

    /// <summary>The kind in words for a table.</summary>
    public static string Text(ReportedKind kind) => kind == ReportedKind.Promotable ? "promotable clone" : kind.ToString().ToLowerInvariant();
}
