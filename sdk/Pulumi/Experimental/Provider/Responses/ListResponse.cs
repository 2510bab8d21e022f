namespace Pulumi.Experimental.Provider;

/// <summary>One page of objects that exist. Not in the official SDK.</summary>
public sealed class ListResponse
{
    /// <summary>The objects; none by default.</summary>
    public IList<ListedResource>? Results { get; set; }

    /// <summary>Where the next page starts; null if this is the last one.</summary>
    public string? ContinuationToken { get; set; }

    /// <summary>Whether the answer depends on values that are known only after the update; then nothing else is sent. Default: false.</summary>
    public bool Computed { get; set; }
}
