using System.Diagnostics.CodeAnalysis;

namespace HaIac.Cib.Rules;

/// <summary>The values of one enumeration with the words that the CIB has for them.</summary>
internal sealed class RuleWordTable<T>(params (T Value, string Word)[] words)
    where T : struct, Enum
{
    [return: NotNullIfNotNull(nameof(value))]
    public string? WordOf(T? value) => value is null ? null : Array.Find(words, entry => EqualityComparer<T>.Default.Equals(entry.Value, value.Value)).Word;

    /// <summary>The value of a word, null where none is set; false when the word is none of these.</summary>
    public bool TryFind(string? word, out T? value)
    {
        var index = Array.FindIndex(words, entry => entry.Word == word);
        value = index < 0 ? null : words[index].Value;
        return word is null || index >= 0;
    }
}
