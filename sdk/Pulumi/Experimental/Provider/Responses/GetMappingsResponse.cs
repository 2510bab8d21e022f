namespace Pulumi.Experimental.Provider;

/// <summary>The providers of another tool for which there is a mapping. Not in the official SDK.</summary>
public sealed class GetMappingsResponse
{
    /// <summary>Their names; none by default.</summary>
    public IList<string>? Providers { get; set; }
}
