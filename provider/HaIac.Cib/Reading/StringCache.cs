namespace HaIac.Cib.Reading;

/// <summary>Gives one string for texts that repeat: names, and values such as <c>monitor</c> or <c>10s</c>.</summary>
/// <remarks>
/// Of fixed size: a text that lands on the place of another one takes it over, so no document can make it grow or slow, and what is
/// different every time costs no more than a comparison.
/// </remarks>
internal sealed class StringCache
{
    private const int Slots = 2048;
    private const int Longest = 64;
    private readonly string?[] _slots = new string?[Slots];

    /// <summary>A cache that has some texts already: names that the library asks for become equal by reference to its own.</summary>
    public StringCache(params ReadOnlySpan<string> known)
    {
        foreach (var text in known)
        {
            _slots[SlotOf(text)] = text;
        }
    }

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
        {
            return text.ToString();
        }

        ref var slot = ref _slots[SlotOf(text)];
        return slot is not null && text.SequenceEqual(slot) ? slot : slot = text.ToString();
    }

    private static int SlotOf(ReadOnlySpan<char> text)
    {
        var hash = (uint)text.Length;
        foreach (var c in text)
        {
            hash = (hash * 31) + c;
        }

        return (int)((hash ^ (hash >> 15)) % Slots);
    }
}
