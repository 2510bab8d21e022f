using System.Collections.Immutable;
using System.Globalization;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Registering;

/// <summary>Puts the old values back at the places whose changes are to be ignored.</summary>
/// <remarks>Source: pulumi-protocol.md 6.2 step 6.</remarks>
internal static class IgnoredChanges
{
    /// <summary>The new inputs with old values at the given places, and the paths that could not be followed.</summary>
    public static (WireObject Inputs, ImmutableArray<string> NotFollowed) Apply(WireObject olds, WireObject news, IEnumerable<string> paths)
    {
        var notFollowed = ImmutableArray.CreateBuilder<string>();
        var result = news;
        foreach (var path in paths)
        {
            if (Reset(new WireMap(olds), new WireMap(result), PropertyPath.Parse(path).Segments.AsSpan()) is WireMap map)
            {
                result = map.Fields;
            }
            else
            {
                notFollowed.Add(path);
            }
        }

        return (result, notFollowed.ToImmutable());
    }

    // The new value with the old one at the path; null if the path cannot be followed on one of the sides.
    private static WireValue? Reset(WireValue? old, WireValue? news, ReadOnlySpan<string> path)
    {
        old = old is WireSecret oldSecret ? oldSecret.Value : old;
        if (news is WireSecret secret)
        {
            return Reset(old, secret.Value, path) is { } inner ? new WireSecret(inner) : null;
        }

        return (old, news) switch
        {
            _ when path.IsEmpty => news,
            (WireMap a, WireMap b) when path[0] == "*" => ResetAll(a, b, path[1..]),
            (WireMap a, WireMap b) => ResetKey(a, b, path[0], path[1..]),
            (WireList a, WireList b) when path[0] == "*" => a.Items.Count == b.Items.Count ? ResetItems(a, b, path[1..]) : null,
            (WireList a, WireList b) when int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) =>
                index < a.Items.Count && index < b.Items.Count ? ResetItem(a, b, index, path[1..]) : null,
            _ => null,
        };
    }

    private static WireMap? ResetKey(WireMap old, WireMap news, string key, ReadOnlySpan<string> rest)
    {
        var (hasOld, hasNew) = (old.Fields.ContainsKey(key), news.Fields.ContainsKey(key));
        if (rest.IsEmpty)
        {
            return new WireMap(hasOld ? news.Fields.With(key, old.Fields[key]) : news.Fields.Without(key));
        }

        if (!hasOld && !hasNew)
        {
            return news;
        }

        // With only one side there, an emptied parent is put on the other, so that the rest can be followed.
        var (a, b) = (hasOld ? old.Fields[key] : null, hasNew ? news.Fields[key] : null);
        if (a is null && b is WireMap)
        {
            a = new WireMap(WireObject.Empty);
        }

        return a is not null && b is not null && Reset(a, b, rest) is { } inner ? new WireMap(news.Fields.With(key, inner)) : null;
    }

    private static WireMap? ResetAll(WireMap old, WireMap news, ReadOnlySpan<string> rest)
    {
        var result = news;
        foreach (var key in old.Fields.Keys.Union(news.Fields.Keys).ToList())
        {
            if (ResetKey(old, result, key, rest) is not { } next)
            {
                return null;
            }

            result = next;
        }

        return result;
    }

    private static WireList? ResetItem(WireList old, WireList news, int index, ReadOnlySpan<string> rest) =>
        (rest.IsEmpty ? old.Items[index] : Reset(old.Items[index], news.Items[index], rest)) is { } inner
            ? new WireList(news.Items.Select((item, i) => i == index ? inner : item).ToValueList())
            : null;

    private static WireList? ResetItems(WireList old, WireList news, ReadOnlySpan<string> rest)
    {
        var result = news;
        for (var i = 0; i < news.Items.Count; i++)
        {
            if (ResetItem(old, result, i, rest) is not { } next)
            {
                return null;
            }

            result = next;
        }

        return result;
    }
}
