namespace HaIac.Cib.Fuzzing.Mutating;

/// <summary>Makes inputs out of others. The same random numbers and texts give the same inputs.</summary>
public sealed class Mutator(Random random)
{
    private const int Longest = 8_000_000;

    /// <summary>An input made of one text with some damage, and of pieces of another.</summary>
    public string Next(string text, string other)
    {
        // One in two hundred is large: they cost as much as all the others together.
        if (random.Next(200) == 0)
        {
            return Shortened(One(XmlTricks.Large)(text, other, random));
        }

        for (var damages = 1 << random.Next(4); damages > 0; damages--)
        {
            text = (random.Next(10) switch
            {
                < 3 => One(TextDamage.All),
                < 8 => One(TagDamage.All),
                _ => One(XmlTricks.Small),
            })(text, other, random);
        }

        return Shortened(text);
    }

    private T One<T>(T[] of) => of[random.Next(of.Length)];

    private static string Shortened(string text) => text.Length > Longest ? text[..Longest] : text;
}
