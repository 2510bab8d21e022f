using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments that are named at run time instead of by the members of a class.</summary>
/// <param name="dictionary">Wire names and values: plain values, inputs, outputs, or collections of them.</param>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    private readonly ImmutableDictionary<string, object?> _dictionary =
        dictionary ?? throw new ArgumentNullException(nameof(dictionary));

    internal override ImmutableArray<InputMember> Snapshot()
        => _dictionary
            .OrderBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => new InputMember(e.Key, e.Value is IInput input ? input.Serializable : e.Value, false, null, nameof(DictionaryResourceArgs)))
            .ToImmutableArray();
}
