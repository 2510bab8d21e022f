using HaIac.Cib.Resources;
using HaIac.Operating.Reporting;

namespace HaIac.Operating.Awaiting;

/// <summary>Judges whether the cluster knows the state of a resource again after its history was cleared (rule K1). A pure function of the picture.</summary>
internal static class KnownRule
{
    /// <summary>The verdict.</summary>
    public static Verdict Judge(Expectation expectation, ClusterPicture picture)
    {
        if (ProgressCheck.UnderWay(expectation, picture.Status) is { } doing)
        {
            return new(VerdictKind.Working, doing);
        }

        var known = expectation.Resource.SelfAndInside().OfType<CibPrimitive>()
            .SelectMany(primitive => OperationHistory.Of(picture.Cib, primitive, DateTimeOffset.MinValue, null))
            .Where(entry => !entry.Pending)
            .Select(entry => (entry.Resource, entry.Node)).ToHashSet();
        var missing = expectation.KnownOn
            .Where(pair => picture.Status.FindNode(pair.Node) is { Online: true } && !known.Contains((pair.Primitive, pair.Node)))
            .Select(pair => pair.Node.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return missing.Count > 0
            ? new(VerdictKind.Working, $"the cluster looks for {expectation.Id} on {string.Join(", ", missing)}")
            : new(VerdictKind.Settled, $"the state of {expectation.Id} is known");
    }
}
