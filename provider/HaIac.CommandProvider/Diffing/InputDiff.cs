using System.Collections.Immutable;
using System.Globalization;
using HaIac.CommandProvider.Packaging;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace HaIac.CommandProvider.Diffing;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>What changed between two versions of the inputs, and whether it replaces the resource.</summary>
/// <param name="type">The type of the resource.</param>
internal sealed class InputDiff(PackageType type)
{
    private readonly SortedDictionary<string, PropertyDiff> changes = new(StringComparer.Ordinal);

    /// <summary>The answer to a diff.</summary>
    public DiffResponse Answer(DiffRequest request)
    {
        // Engines before 3.60 send outputs only; they hold the inputs of the last update too.
        var before = request.OldInputs.IsEmpty ? request.OldOutputs.Where(pair => type.Input(pair.Key) is not null).ToImmutableDictionary() : request.OldInputs;
        foreach (var field in type.Inputs)
        {
            Compare(Set(before, field.Name), Set(request.NewInputs, field.Name), field.Name, type.AlwaysReplaced || field.Replaces);
        }

        var left = changes.Where(change => !request.IgnoreChanges.Any(ignored => IsIn(change.Key, ignored))).ToDictionary(StringComparer.Ordinal);
        var replaces = left.Where(change => change.Value.Kind is PropertyDiffKind.AddReplace or PropertyDiffKind.DeleteReplace or PropertyDiffKind.UpdateReplace);
        return new()
        {
            Changes = left.Count > 0,
            Replaces = [.. replaces.Select(change => Top(change.Key)).Distinct(StringComparer.Ordinal)],
            Diffs = [.. left.Keys.Select(Top).Distinct(StringComparer.Ordinal)],
            DetailedDiff = left,
        };
    }

    private void Compare(PropertyValue? before, PropertyValue? after, string path, bool replaces)
    {
        if (before is null && after is null)
        {
            return;
        }

        if (before is not null && after is not null)
        {
            if (Same(before, after))
            {
                return;
            }

            if (before.TryGetMap(out var one) && after.TryGetMap(out var other))
            {
                foreach (var name in one.Keys.Union(other.Keys))
                {
                    Compare(Set(one, name), Set(other, name), Key(path, name), replaces);
                }

                return;
            }

            if (before.TryGetArray(out var old) && after.TryGetArray(out var now))
            {
                for (var i = 0; i < Math.Max(old.Length, now.Length); i++)
                {
                    Compare(i < old.Length ? old[i] : null, i < now.Length ? now[i] : null, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), replaces);
                }

                return;
            }
        }

        changes[path] = new PropertyDiff { Kind = Kind(before, after, replaces), InputDiff = true };
    }

    private static PropertyDiffKind Kind(PropertyValue? before, PropertyValue? after, bool replaces) => (before, after, replaces) switch
    {
        (null, _, false) => PropertyDiffKind.Add,
        (null, _, true) => PropertyDiffKind.AddReplace,
        (_, null, false) => PropertyDiffKind.Delete,
        (_, null, true) => PropertyDiffKind.DeleteReplace,
        (_, _, false) => PropertyDiffKind.Update,
        _ => PropertyDiffKind.UpdateReplace,
    };

    // Whether a value is a secret, and where it comes from, changes nothing of what is done with it.
    private static bool Same(PropertyValue one, PropertyValue other)
    {
        if (one.TryGetMap(out var a) && other.TryGetMap(out var b))
        {
            return a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && Same(pair.Value, value));
        }

        if (one.TryGetArray(out var x) && other.TryGetArray(out var y))
        {
            return x.Length == y.Length && x.Zip(y).All(pair => Same(pair.First, pair.Second));
        }

        return !other.IsComputed && Plain(one).Equals(Plain(other));
    }

    private static PropertyValue Plain(PropertyValue value) => value.WithSecret(false).WithDependencies([]);

    private static PropertyValue? Set(Fields fields, string name) => fields.TryGetValue(name, out var value) && !value.IsNull ? value : null;

    private static string Key(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') ? $"{path}.{name}" : $"{path}[\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";

    private static bool IsIn(string path, string ignored) =>
        path == ignored || path.StartsWith(ignored + ".", StringComparison.Ordinal) || path.StartsWith(ignored + "[", StringComparison.Ordinal);

    private static string Top(string path)
    {
        var end = path.IndexOfAny(['.', '[']);
        return end < 0 ? path : path[..end];
    }
}
