using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Registering;

/// <summary>A place in an object: <c>a.b</c>, <c>a[0]</c>, <c>a["key with ."]</c>; <c>*</c> or <c>[*]</c> stands for any.</summary>
/// <param name="Segments">Names and list positions as text; <c>*</c> matches every one.</param>
/// <remarks>Source: pulumi-protocol.md 4.2 (path grammar).</remarks>
internal sealed record PropertyPath(ImmutableArray<string> Segments)
{
    private const string Any = "*";

    /// <summary>Reads a path. What does not follow the grammar is one plain name.</summary>
    public static PropertyPath Parse(string text)
    {
        var segments = ImmutableArray.CreateBuilder<string>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '.')
            {
                at++;
            }
            else if (text[at] == '[' && text.IndexOf(']', at) is var end and > 0)
            {
                at = text.AsSpan(at).StartsWith("[\"") ? ReadQuoted(text, at + 2, segments) : ReadIndex(text, at, end, segments);
            }
            else
            {
                var stop = text.IndexOfAny(['.', '['], at);
                stop = stop <= at ? text.Length : stop;
                segments.Add(text[at..stop]);
                at = stop;
            }
        }

        return new PropertyPath(segments.ToImmutable());
    }

    /// <summary>Whether another path is this one or lies below it.</summary>
    public bool Contains(PropertyPath other) =>
        other.Segments.Length >= Segments.Length
        && Segments.Zip(other.Segments).All(pair => pair.First == Any || pair.First == pair.Second);

    /// <summary>The value at this place; null if there is none.</summary>
    public WireValue? Find(WireObject fields) => Segments.Aggregate((WireValue?)new WireMap(fields), Step);

    /// <summary>The place without its last segment, and that segment.</summary>
    public (PropertyPath Parent, string Last) Split() => (new PropertyPath(Segments[..^1]), Segments[^1]);

    internal static WireValue? Step(WireValue? value, string segment) => value switch
    {
        WireSecret secret => Step(secret.Value, segment),
        WireMap map => map.Fields.GetValueOrDefault(segment),
        WireList list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count => list.Items[index],
        _ => null,
    };

    private static int ReadQuoted(string text, int at, ImmutableArray<string>.Builder segments)
    {
        var name = new StringBuilder();
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            name.Append(text[at++]);
        }

        segments.Add(name.ToString());
        return Math.Min(text.Length, at + 2);
    }

    private static int ReadIndex(string text, int at, int end, ImmutableArray<string>.Builder segments)
    {
        segments.Add(text[(at + 1)..end]);
        return end + 1;
    }
}
