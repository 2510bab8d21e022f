namespace Pulumi.Experimental.Provider;

/// <summary>
/// The configuration lacks required keys. The engine names each and the command that sets it. For configure. Not in the official SDK.
/// </summary>
/// <param name="keys">Each missing key, such as <c>haiac:cluster</c>, with what it is for.</param>
public class MissingConfigurationException(IReadOnlyDictionary<string, string> keys)
    : Exception($"Missing configuration: {string.Join(", ", keys.Keys.Order(StringComparer.Ordinal))}")
{
    /// <summary>Each missing key with what it is for.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; } = keys;
}
