using System.Collections.Immutable;

namespace HaIac.Engine.Events;

/// <summary>One step as events tell it.</summary>
/// <param name="Op">What is done.</param>
/// <param name="Urn">The resource.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Old">State before; null if there is none.</param>
/// <param name="New">State after; null if there will be none.</param>
/// <param name="Provider">Provider reference (<c>urn::id</c>); empty for components and providers.</param>
/// <param name="Logical">True if the step counts as a change by itself; false for the parts of a replacement and for refreshes.</param>
/// <param name="Keys">Keys that force a replacement.</param>
/// <param name="Diffs">Keys that changed, in the provider's words; empty if it did not say.</param>
/// <param name="DetailedDiff">Changes by property path, in the provider's words. Null and empty differ: null means it did not say.</param>
public sealed record StepMetadata(
    StepOp Op,
    string Urn,
    string Type,
    StepState? Old,
    StepState? New,
    string Provider = "",
    bool Logical = true,
    ImmutableArray<string> Keys = default,
    ImmutableArray<string> Diffs = default,
    ImmutableSortedDictionary<string, PropertyDiff>? DetailedDiff = null)
{
    /// <summary>Keys that force a replacement.</summary>
    public ImmutableArray<string> Keys { get; init; } = Keys.IsDefault ? [] : Keys;

    /// <summary>Keys that changed, in the provider's words; empty if it did not say.</summary>
    public ImmutableArray<string> Diffs { get; init; } = Diffs.IsDefault ? [] : Diffs;

    /// <summary>The state that says most: the new one, or the old one of a deletion.</summary>
    public StepState? Present => New ?? Old;
}
