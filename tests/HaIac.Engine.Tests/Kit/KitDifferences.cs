using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Kit;

/// <summary>What the kit's provider calls a difference: paths and how they differ (<c>+</c>, <c>-</c>, <c>~</c>). Secrets count as what they hold.</summary>
internal static class KitDifferences
{
    public static WireValue Plain(WireValue? value) => value switch
    {
        null => WireNull.Instance,
        WireSecret secret => Plain(secret.Value),
        WireList list => new WireList(list.Items.Select(Plain).ToValueList()),
        WireMap map => new WireMap(Plain(map.Fields)),
        _ => value,
    };

    public static WireObject Plain(WireObject fields) =>
        WireObject.Create(fields.Select(pair => KeyValuePair.Create(pair.Key, Plain(pair.Value))));

    public static void Find(WireObject a, WireObject b, string path, List<(string Path, char Kind)> found)
    {
        foreach (var key in a.Keys.Union(b.Keys).Order(StringComparer.Ordinal))
        {
            var plainName = key.Length > 0 && (char.IsAsciiLetter(key[0]) || key[0] == '_') && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
            var segment = plainName ? key : $"[\"{key}\"]";
            var here = path.Length == 0 ? segment : plainName ? $"{path}.{segment}" : path + segment;
            Find(Plain(a.GetValueOrDefault(key)), Plain(b.GetValueOrDefault(key)), here, found);
        }
    }

    private static void Find(WireValue x, WireValue y, string path, List<(string Path, char Kind)> found)
    {
        switch (x, y)
        {
            case (WireNull, WireNull):
                break;
            case (WireNull, _):
                found.Add((path, '+'));
                break;
            case (_, WireNull):
                found.Add((path, '-'));
                break;
            case var _ when Same(x, y):
                break;
            case (WireMap a, WireMap b):
                Find(a.Fields, b.Fields, path, found);
                break;
            case (WireList a, WireList b):
                for (var i = 0; i < Math.Max(a.Items.Count, b.Items.Count); i++)
                {
                    var here = $"{path}[{i}]";
                    if (i >= a.Items.Count)
                    {
                        found.Add((here, '+'));
                    }
                    else if (i >= b.Items.Count)
                    {
                        found.Add((here, '-'));
                    }
                    else if (!Same(a.Items[i], b.Items[i]))
                    {
                        if (Plain(a.Items[i]) is WireMap p && Plain(b.Items[i]) is WireMap q)
                        {
                            Find(p.Fields, q.Fields, here, found);
                        }
                        else
                        {
                            found.Add((here, '~'));
                        }
                    }
                }

                break;
            default:
                found.Add((path, '~'));
                break;
        }
    }

    public static bool Same(WireValue? a, WireValue? b) => Canonical(Plain(a)).Equals(Canonical(Plain(b)));

    // Fields without a value do not count.
    private static WireValue Canonical(WireValue value) => value switch
    {
        WireMap map => new WireMap(WireObject.Create(map.Fields.Where(pair => pair.Value is not WireNull).Select(pair => KeyValuePair.Create(pair.Key, Canonical(pair.Value))))),
        WireList list => new WireList(list.Items.Select(Canonical).ToValueList()),
        _ => value,
    };
}
