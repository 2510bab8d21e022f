using System.Collections.Immutable;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Reporting;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;
using Pulumi.Experimental;

namespace HaIac.Provider.Functions;

/// <summary>Functions about the whole cluster; they only look.</summary>
internal static class ClusterFunctions
{
    /// <summary>The report (requirements P1-P3).</summary>
    public static async Task<ImmutableDictionary<string, PropertyValue>> ReportAsync(ClusterSession session, Inputs inputs, bool preview, Action<string> progress, CancellationToken ct)
    {
        var report = await ReadAsync(session, ct).ConfigureAwait(false);
        return Answer.Of(
            ("quorum", new(report.HasQuorum)),
            ("controller", new(report.Controller?.Value ?? "")),
            ("pacemakerVersion", new(report.PacemakerVersion)),
            ("options", Answer.Map(report.Options.Select(option => KeyValuePair.Create(option.Name, option.Value)))),
            ("nodes", Answer.Map(report.Nodes.Select(node => KeyValuePair.Create(node.Name.Value, NodeWords.Of(node))))),
            ("resources", Answer.Map(report.Resources.Select(resource => KeyValuePair.Create(resource.Id, Places(resource))))),
            ("marks", Answer.Map(report.Resources.Select(resource => KeyValuePair.Create(resource.Id, ResourceWords.Of(resource))).Where(pair => pair.Value.Length > 0))),
            ("failures", Answer.Texts(report.Failures.Select(failure => FailureText.Short(failure)))),
            ("operatorState", Answer.Texts(report.OperatorMarks.Select(mark => mark.Subject.Length == 0 ? mark.Text : $"{mark.Subject}: {mark.Text}"))));
    }

    /// <summary>The nodes.</summary>
    public static async Task<ImmutableDictionary<string, PropertyValue>> NodesAsync(ClusterSession session, Inputs inputs, bool preview, Action<string> progress, CancellationToken ct)
    {
        var report = await ReadAsync(session, ct).ConfigureAwait(false);
        return Answer.Of(
            ("names", Answer.Texts(report.Nodes.Select(node => node.Name.Value))),
            ("online", Answer.Texts(report.Nodes.Where(node => node.Online).Select(node => node.Name.Value))),
            ("usable", Answer.Texts(report.Nodes.Where(node => node.CanRunResources).Select(node => node.Name.Value))),
            ("states", Answer.Map(report.Nodes.Select(node => KeyValuePair.Create(node.Name.Value, NodeWords.Of(node))))));
    }

    private static async Task<ClusterReport> ReadAsync(ClusterSession session, CancellationToken ct)
    {
        var status = await session.Transport.StatusAsync(ct).ConfigureAwait(false);
        return ClusterReporter.Of(session.Transport.Address, status, await session.Transport.ReadAsync(ct).ConfigureAwait(false));
    }

    private static string Places(ResourceReport resource) =>
        string.Join(", ", resource.Places.Where(place => place.Active || place.Failed).Select(place => $"{place.Node} {PlaceWords.Of(place)}").DefaultIfEmpty("stopped"));
}
