namespace Pulumi.Experimental.Provider;

/// <summary>Asks how another tool's names map to this package. Not in the official SDK.</summary>
/// <param name="key">Which tool; the command line knows <c>terraform</c>.</param>
/// <param name="provider">Which of that tool's providers; null for the one that this package stands for.</param>
public sealed class GetMappingRequest(string key, string? provider)
{
    /// <summary>Which tool.</summary>
    public string Key { get; } = key;

    /// <summary>Which of that tool's providers; null for the one that this package stands for.</summary>
    public string? Provider { get; } = provider;
}
