using System.Collections.Immutable;
using System.Globalization;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using PropertyDiff = HaIac.Engine.Events.PropertyDiff;

namespace HaIac.Engine.Registering;

/// <summary>Compares inputs where no provider does: components, and providers that leave it to the engine.</summary>
/// <remarks>
/// A secret against the same plain value is a change, secrets compare by content, null equals absent, assets and
/// archives are equal when their hashes are. Source: pulumi-protocol.md 4.2 and 5.
/// </remarks>
internal static class InputComparison
{
    /// <summary>The difference of two objects, with every changed path.</summary>
    public static ProviderDiff Compare(WireObject olds, WireObject news)
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, PropertyDiff>(StringComparer.Ordinal);
        var keys = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var key in olds.Keys.Union(news.Keys))
        {
            var count = changes.Count;
            Compare(Value(olds, key), Value(news, key), Name("", key), changes);
            if (changes.Count > count)
            {
                keys.Add(key);
            }
        }

        return keys.Count == 0 ? ProviderDiff.None : new ProviderDiff
        {
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            ChangedKeys = [.. keys],
            Detailed = changes.ToImmutable(),
        };
    }

    /// <summary>Whether two objects have the same content.</summary>
    public static bool Same(WireObject a, WireObject b) => Compare(a, b).Changes == DiffResponse.Types.DiffChanges.DiffNone;

    private static void Compare(WireValue? old, WireValue? news, string path, ImmutableSortedDictionary<string, PropertyDiff>.Builder changes)
    {
        switch (old, news)
        {
            case (null, null):
                break;
            case (null, _):
                changes[path] = new PropertyDiff(PropertyDiffKind.Add, true);
                break;
            case (_, null):
                changes[path] = new PropertyDiff(PropertyDiffKind.Delete, true);
                break;
            case (WireSecret a, WireSecret b):
                Compare(a.Value, b.Value, path, changes);
                break;
            case (WireMap a, WireMap b):
                foreach (var key in a.Fields.Keys.Union(b.Fields.Keys))
                {
                    Compare(Value(a.Fields, key), Value(b.Fields, key), Name(path, key), changes);
                }

                break;
            case (WireList a, WireList b):
                for (var i = 0; i < Math.Max(a.Items.Count, b.Items.Count); i++)
                {
                    Compare(
                        i < a.Items.Count ? a.Items[i] : null,
                        i < b.Items.Count ? b.Items[i] : null,
                        string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"),
                        changes);
                }

                break;
            case (WireAsset { Hash: { } a }, WireAsset { Hash: { } b }) when a == b:
            case (WireArchive { Hash: { } c }, WireArchive { Hash: { } d }) when c == d:
                break;
            default:
                if (!old.Equals(news))
                {
                    changes[path] = new PropertyDiff(PropertyDiffKind.Update, true);
                }

                break;
        }
    }

    private static WireValue? Value(WireObject fields, string key) => fields.TryGetValue(key, out var value) && value is not WireNull ? value : null;

    private static string Name(string parent, string key)
    {
        var plain = key.Length > 0 && !char.IsAsciiDigit(key[0]) && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
        return (parent.Length, plain) switch
        {
            (0, true) => key,
            (_, true) => $"{parent}.{key}",
            _ => $"{parent}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]",
        };
    }
}
