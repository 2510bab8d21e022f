using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Operating.Reporting;

/// <summary>Reads the operations that a cluster remembers from the status in its CIB.</summary>
/// <remarks>Source: Pacemaker Explained, Status: Here Be Dragons, Operation History; lrm-*.rng.</remarks>
internal static class OperationHistory
{
    /// <summary>The entries of one primitive, on every node, oldest first. Expired failures are left out, as the cluster does.</summary>
    /// <param name="cib">The CIB with its status.</param>
    /// <param name="primitive">The primitive. What the configuration does not have (any more) is nobody's: orphaned history is never asked for.</param>
    /// <param name="now">The moment for expiry.</param>
    /// <param name="failureTimeout">How long a failure counts (<c>failure-timeout</c>); null or zero: for ever.</param>
    public static IEnumerable<HistoryEntry> Of(CibDocument cib, CibPrimitive primitive, DateTimeOffset now, TimeSpan? failureTimeout)
    {
        foreach (var state in cib.Status?.Elements.Where(element => element.Name == "node_state") ?? [])
        {
            if (!NodeName.TryParse(state["uname"], out var node, out _))
            {
                continue;
            }

            var entries = (state.Find("lrm")?.Find("lrm_resources")?.Elements ?? [])
                .Where(resource => WithoutNumber(resource.Id ?? "") == primitive.Id.Value)
                .SelectMany(resource => resource.Elements)
                .Where(operation => operation.Name == "lrm_rsc_op")
                .Select(operation => Read(operation, primitive.Id.Value, node));
            foreach (var entry in HistoryRules.InOrder(entries).Where(entry => !IsExpired(entry, now, failureTimeout)))
            {
                yield return entry;
            }
        }
    }

    /// <summary>The id of a primitive without the number of an instance.</summary>
    public static string WithoutNumber(string id) =>
        id.LastIndexOf(':') is > 0 and var colon && id.AsSpan(colon + 1).ContainsAnyExceptInRange('0', '9') == false ? id[..colon] : id;

    private static bool IsExpired(HistoryEntry entry, DateTimeOffset now, TimeSpan? failureTimeout) =>
        failureTimeout is { } limit && limit > TimeSpan.Zero && entry.LastChange is { } changed && changed + limit <= now && HistoryRules.IsFailure(entry);

    /// <summary>Reads one entry.</summary>
    public static HistoryEntry Read(CibElement operation, string resource, NodeName node) => new()
    {
        Resource = resource,
        Node = node,
        Operation = operation["operation"] ?? "",
        Interval = TimeSpan.FromMilliseconds(Number(operation, "interval") ?? 0),
        CallId = (int)(Number(operation, "call-id") ?? 0),
        Status = (int)(Number(operation, "op-status") ?? 0),
        Exit = new((int)(Number(operation, "rc-code") ?? 0)),
        ExitReason = operation["exit-reason"] ?? "",
        LastChange = Number(operation, "last-rc-change") is { } seconds and >= 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
    };

    private static long? Number(CibElement operation, string name) =>
        long.TryParse(operation[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
