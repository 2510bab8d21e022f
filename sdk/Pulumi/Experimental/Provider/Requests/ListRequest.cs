using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Asks for objects that exist. Not in the official SDK.</summary>
/// <param name="token">Type of the resources, such as <c>haiac:cib:Primitive</c>.</param>
/// <param name="query">What narrows the search; which names are known is up to the provider.</param>
public sealed class ListRequest(string token, ImmutableDictionary<string, PropertyValue> query)
{
    /// <summary>Type of the resources.</summary>
    public string Token { get; } = token;

    /// <summary>What narrows the search.</summary>
    public ImmutableDictionary<string, PropertyValue> Query { get; } = query;

    /// <summary>Most objects that the caller wants in all; 0 for no limit.</summary>
    public long Limit { get; init; }

    /// <summary>Most objects that the caller wants in this answer; 0 leaves it to the provider.</summary>
    public long PageSize { get; init; }

    /// <summary>Where to go on, from an earlier answer; null for the first page.</summary>
    public string? ContinuationToken { get; init; }
}
