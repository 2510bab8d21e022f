using HaIac.Cib.Values;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>One answer of the script on a node.</summary>
/// <param name="Word">What it is.</param>
/// <param name="Arguments">The other words of its first line.</param>
/// <param name="Lines">Its other lines that hold anything.</param>
internal sealed record NodeRecord(string Word, ValueList<string> Arguments, ValueList<string> Lines)
{
    /// <summary>What a record of the word <c>units</c> says of each unit, by its name as it was asked for.</summary>
    public IReadOnlyDictionary<string, UnitFacts> Units { get; init; } = new Dictionary<string, UnitFacts>();
}
