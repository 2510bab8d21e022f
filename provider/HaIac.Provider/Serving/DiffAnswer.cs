using HaIac.Provider.Diffing;
using HaIac.Provider.Shapes;
using Pulumi.Experimental.Provider;

namespace HaIac.Provider.Serving;

/// <summary>Puts changes into the form of the engine.</summary>
internal static class DiffAnswer
{
    /// <summary>The answer to a diff: every change by its path, and whether the object must be replaced.</summary>
    public static DiffResponse Of(ObjectShape shape, DiffRequest request)
    {
        var changes = InputComparer.Compare(shape, request.OldInputs, request.NewInputs)
            .Where(change => !request.IgnoreChanges.Any(ignored => change.Path == ignored || change.Path.StartsWith(ignored + ".", StringComparison.Ordinal) || change.Path.StartsWith(ignored + "[", StringComparison.Ordinal)))
            .ToList();
        var replaces = changes.Where(change => change.Replaces).Select(change => Top(change.Path)).Distinct(StringComparer.Ordinal).ToList();
        return new()
        {
            Changes = changes.Count > 0,
            Replaces = replaces,
            // Ids are names of the real world: the old object must be gone before the new one can have its place.
            DeleteBeforeReplace = replaces.Count > 0,
            Diffs = [.. changes.Select(change => Top(change.Path)).Distinct(StringComparer.Ordinal)],
            DetailedDiff = changes.ToDictionary(change => change.Path, change => new PropertyDiff { Kind = Kind(change), InputDiff = true }, StringComparer.Ordinal),
        };
    }

    private static PropertyDiffKind Kind(PropertyChange change) => (change.Kind, change.Replaces) switch
    {
        (ChangeKind.Add, false) => PropertyDiffKind.Add,
        (ChangeKind.Add, true) => PropertyDiffKind.AddReplace,
        (ChangeKind.Delete, false) => PropertyDiffKind.Delete,
        (ChangeKind.Delete, true) => PropertyDiffKind.DeleteReplace,
        (_, false) => PropertyDiffKind.Update,
        (_, true) => PropertyDiffKind.UpdateReplace,
    };

    private static string Top(string path)
    {
        var end = path.IndexOfAny(['.', '[']);
        return end < 0 ? path : path[..end];
    }
}
