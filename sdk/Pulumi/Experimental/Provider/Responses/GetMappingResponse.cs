using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>How another tool's names map to this package. Not in the official SDK.</summary>
public sealed class GetMappingResponse
{
    /// <summary>The other tool's provider; null or empty if there is no mapping.</summary>
    public string? Provider { get; set; }

    /// <summary>The mapping in the form that converters of that tool read; none by default.</summary>
    public ImmutableArray<byte> Data { get; set; } = [];
}
