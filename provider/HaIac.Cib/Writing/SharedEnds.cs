using HaIac.Cib.Documents;

namespace HaIac.Cib.Writing;

/// <summary>How many children two elements share at their beginning and at their end: the same instances, which nothing needs to look at.</summary>
/// <param name="Start">How many at the beginning.</param>
/// <param name="End">How many at the end, behind those.</param>
internal readonly record struct SharedEnds(int Start, int End)
{
    public static SharedEnds Of(CibElement before, CibElement after)
    {
        var old = before.Children.AsSpan();
        var now = after.Children.AsSpan();
        var shorter = Math.Min(old.Length, now.Length);
        var start = 0;
        while (start < shorter && ReferenceEquals(old[start], now[start]))
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && ReferenceEquals(old[^(end + 1)], now[^(end + 1)]))
        {
            end++;
        }

        return new(start, end);
    }

    /// <summary>The children between the two ends.</summary>
    public ReadOnlySpan<CibNode> Middle(CibElement parent) => parent.Children.AsSpan()[Start..^End];

    /// <summary>The parent with the children between the two ends only.</summary>
    public CibElement Of(CibElement parent) => Start + End == 0 ? parent : parent.WithChildren([.. Middle(parent)]);
}
