using System.Collections.Immutable;

namespace HaIac.Engine.Events;

/// <summary>First event of an operation that got as far as starting: the configuration it runs with.</summary>
/// <param name="Config">Config values by full key (<c>namespace:key</c>); secrets are already the text <c>[secret]</c>.</param>
public sealed record PreludeEvent(ImmutableSortedDictionary<string, string> Config) : EngineEvent
{
    /// <summary>A prelude without configuration.</summary>
    public static PreludeEvent Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
}
