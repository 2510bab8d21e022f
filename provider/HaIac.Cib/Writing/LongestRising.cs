namespace HaIac.Cib.Writing;

/// <summary>The longest rising part of a list of different numbers: what can stay while the rest moves, so that as little as possible moves.</summary>
internal static class LongestRising
{
    /// <summary>The places in the list that belong to it.</summary>
    public static HashSet<int> Of(IReadOnlyList<int> numbers)
    {
        var previous = new int[numbers.Count];

        // ends[n]: the place of the smallest number that ends a rising part of length n + 1.
        var ends = new List<int>();
        for (var i = 0; i < numbers.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = numbers[ends[middle]] < numbers[i] ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }

        var places = new HashSet<int>(ends.Count);
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = previous[i])
        {
            places.Add(i);
        }

        return places;
    }
}
