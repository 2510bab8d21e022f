using System.Text;

namespace HaIac.Cib.Fuzzing.Mutating;

/// <summary>Damage that knows nothing of XML: characters, ranges, bytes.</summary>
internal static class TextDamage
{
    public static readonly Func<string, string, Random, string>[] All =
    [
        static (text, _, random) => At(text, random, (before, after) => before + (char)(after[0] ^ (1 << random.Next(8))) + after[1..]),
        static (text, _, random) => At(text, random, (before, after) => before + (char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x80) + after),
        static (text, _, random) => At(text, random, (before, after) => before + after[random.Next(1, Math.Min(after.Length, 60) + 1)..]),
        static (text, _, random) => At(text, random, (before, after) => before + string.Concat(Enumerable.Repeat(after[..random.Next(1, Math.Min(after.Length, 60) + 1)], random.Next(1, 4))) + after),
        static (text, other, random) => At(text, random, (before, _) => At(other, random, (_, after) => before + after)),
        static (text, other, random) => At(text, random, (before, after) => At(other, random, (_, piece) => before + piece[..random.Next(Math.Min(piece.Length, 300))] + after)),
        static (text, _, random) => text[..random.Next(text.Length + 1)],
        static (text, _, random) => Bytes(text, random, Encoding.UTF8),
        static (text, _, random) => Bytes(text, random, Encoding.Unicode),
        static (text, _, random) => Bytes(text, random, Encoding.BigEndianUnicode),
        static (text, _, _) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)),
        static (text, _, random) => text.Replace("\n", random.Next(2) == 0 ? "\r\n" : "\r", StringComparison.Ordinal),
    ];

    private static string At(string text, Random random, Func<string, string, string> damage)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var at = random.Next(text.Length);
        return damage(text[..at], text[at..]);
    }

    /// <summary>Flips bits of the text's bytes; what is no text any more becomes whatever the decoder makes of it, halves of pairs included.</summary>
    private static string Bytes(string text, Random random, Encoding encoding)
    {
        var bytes = encoding.GetBytes(text);
        for (var flips = random.Next(1, 4); flips > 0 && bytes.Length > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return encoding is UnicodeEncoding
            ? string.Create(bytes.Length / 2, (bytes, encoding), static (chars, from) =>
            {
                for (var i = 0; i < chars.Length; i++)
                {
                    var (low, high) = from.encoding == Encoding.Unicode ? (from.bytes[2 * i], from.bytes[(2 * i) + 1]) : (from.bytes[(2 * i) + 1], from.bytes[2 * i]);
                    chars[i] = (char)(low | (high << 8));
                }
            })
            : encoding.GetString(bytes);
    }
}
