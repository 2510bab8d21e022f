namespace HaIac.Cib.Checking.Names;

/// <summary>A name that Pacemaker reads, or once read: what its value must be, and from which release to which it counts.</summary>
/// <param name="Name">The name as the CIB spells it.</param>
/// <param name="Value">What its value must be.</param>
/// <param name="Words">The words that it accepts; empty when it accepts others.</param>
internal sealed record KnownName(string Name, NameValue Value, params string[] Words)
{
    /// <summary>The release that first knew it; null when all of 1.1.18 and later do.</summary>
    public string? Since { get; init; }

    /// <summary>The release that first called it deprecated; null when it is not.</summary>
    public string? Deprecated { get; init; }

    /// <summary>The release that first passed over it; null when it still counts.</summary>
    public string? Removed { get; init; }

    /// <summary>What to use in its place; null when there is nothing.</summary>
    public string? Instead { get; init; }

    /// <summary>Words that still count but are deprecated, with what to use in their place.</summary>
    public IReadOnlyDictionary<string, string> OldWords { get; init; } = new Dictionary<string, string>();
}
