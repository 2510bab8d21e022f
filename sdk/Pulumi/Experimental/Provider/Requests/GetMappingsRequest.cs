namespace Pulumi.Experimental.Provider;

/// <summary>Asks for which providers of another tool there is a mapping. Not in the official SDK.</summary>
/// <param name="key">Which tool; the command line knows <c>terraform</c>.</param>
public sealed class GetMappingsRequest(string key)
{
    /// <summary>Which tool.</summary>
    public string Key { get; } = key;
}
