using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Protocol.Messages;
using PropertyDiff = HaIac.Engine.Events.PropertyDiff;

namespace HaIac.Engine.Registering;

/// <summary>Turns changes at the places that the program names into replacements.</summary>
/// <remarks>Source: pulumi-protocol.md 6.3.</remarks>
internal static class ReplaceOnChanges
{
    private const string InitError = "#initerror";

    /// <summary>The difference with replacements where the paths say so.</summary>
    public static ProviderDiff Apply(ProviderDiff diff, IReadOnlyCollection<string> paths, bool hasInitErrors)
    {
        if (paths.Count == 0)
        {
            return diff;
        }

        var patterns = paths.Select(PropertyPath.Parse).ToList();
        bool Named(string path) => patterns.Any(pattern => pattern.Contains(PropertyPath.Parse(path)));

        var keys = diff.ReplaceKeys.ToBuilder();
        void Add(string key)
        {
            if (!keys.Contains(key))
            {
                keys.Add(key);
            }
        }

        var detailed = diff.Detailed;
        foreach (var (path, change) in diff.Detailed ?? ImmutableSortedDictionary<string, PropertyDiff>.Empty)
        {
            if (Named(path))
            {
                detailed = detailed!.SetItem(path, change with { Kind = Replacing(change.Kind) });
            }
        }

        diff.ChangedKeys.Where(Named).ToList().ForEach(Add);
        var initError = hasInitErrors && Named(InitError);
        if (initError)
        {
            Add(InitError);
        }

        return diff with
        {
            Detailed = detailed,
            ReplaceKeys = keys.ToImmutable(),
            Changes = initError ? DiffResponse.Types.DiffChanges.DiffSome : diff.Changes,
        };
    }

    private static PropertyDiffKind Replacing(PropertyDiffKind kind) => kind switch
    {
        PropertyDiffKind.Add => PropertyDiffKind.AddReplace,
        PropertyDiffKind.Delete => PropertyDiffKind.DeleteReplace,
        PropertyDiffKind.Update => PropertyDiffKind.UpdateReplace,
        _ => kind,
    };
}
