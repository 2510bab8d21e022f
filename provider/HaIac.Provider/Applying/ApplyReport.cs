using System.Collections.Immutable;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Findings;

namespace HaIac.Provider.Applying;

/// <summary>What became of a resource that was written.</summary>
/// <param name="Verdicts">How each of its cluster resources stands, by id; empty when it has none.</param>
internal sealed record ApplyReport(IReadOnlyDictionary<string, Verdict> Verdicts)
{
    /// <summary>The report of a resource that has nothing in the cluster.</summary>
    public static ApplyReport Nothing { get; } = new(ImmutableDictionary<string, Verdict>.Empty);

    /// <summary>Notes for the user that are no failures.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Values that cluster options had before they were ours, by name; null for anything else.</summary>
    public IReadOnlyDictionary<string, string>? PreviousValues { get; init; }

    /// <summary>Why it is in the cluster but not healthy.</summary>
    public IEnumerable<Finding> Findings => Verdicts.Values.Select(verdict => verdict.Finding).OfType<Finding>();
}
