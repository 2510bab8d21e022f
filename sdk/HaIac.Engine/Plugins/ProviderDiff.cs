using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Protocol.Messages;
using PropertyDiff = HaIac.Engine.Events.PropertyDiff;

namespace HaIac.Engine.Plugins;

/// <summary>What a provider says about the difference between two versions of a resource.</summary>
internal sealed record ProviderDiff
{
    /// <summary>Nothing changed.</summary>
    public static ProviderDiff None { get; } = new() { Changes = DiffResponse.Types.DiffChanges.DiffNone };

    /// <summary>Whether something changed; unknown lets the engine compare the inputs itself.</summary>
    public required DiffResponse.Types.DiffChanges Changes { get; init; }

    /// <summary>Keys that force a replacement.</summary>
    public ImmutableArray<string> ReplaceKeys { get; init; } = [];

    /// <summary>Top-level keys that changed.</summary>
    public ImmutableArray<string> ChangedKeys { get; init; } = [];

    /// <summary>Changes by property path; null if the provider gave none.</summary>
    public ImmutableSortedDictionary<string, PropertyDiff>? Detailed { get; init; }

    /// <summary>Whether a replacement must delete the old one first.</summary>
    public bool DeleteBeforeReplace { get; init; }

    /// <summary>Whether the change cannot be made in place.</summary>
    public bool NeedsReplacement => ReplaceKeys.Length > 0 || (Detailed?.Values.Any(diff => diff.Kind.IsReplace()) ?? false);

    /// <summary>Reads a provider's answer.</summary>
    public static ProviderDiff From(DiffResponse answer) => new()
    {
        Changes = answer.Changes,
        ReplaceKeys = [.. answer.Replaces],
        ChangedKeys = [.. answer.Diffs],
        DeleteBeforeReplace = answer.DeleteBeforeReplace,
        Detailed = answer.HasDetailedDiff
            ? answer.DetailedDiff.ToImmutableSortedDictionary(
                pair => pair.Key, pair => new PropertyDiff(KindOf(pair.Value.Kind), pair.Value.InputDiff), StringComparer.Ordinal)
            : null,
    };

    private static PropertyDiffKind KindOf(Protocol.Messages.PropertyDiff.Types.Kind kind) => kind switch
    {
        Protocol.Messages.PropertyDiff.Types.Kind.Add => PropertyDiffKind.Add,
        Protocol.Messages.PropertyDiff.Types.Kind.AddReplace => PropertyDiffKind.AddReplace,
        Protocol.Messages.PropertyDiff.Types.Kind.Delete => PropertyDiffKind.Delete,
        Protocol.Messages.PropertyDiff.Types.Kind.DeleteReplace => PropertyDiffKind.DeleteReplace,
        Protocol.Messages.PropertyDiff.Types.Kind.UpdateReplace => PropertyDiffKind.UpdateReplace,
        _ => PropertyDiffKind.Update,
    };
}
