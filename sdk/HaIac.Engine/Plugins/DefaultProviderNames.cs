using HaIac.Engine.State;

namespace HaIac.Engine.Plugins;

/// <summary>Names of the providers that the engine makes itself.</summary>
/// <remarks>Source: pulumi-protocol.md 6.6.</remarks>
internal static class DefaultProviderNames
{
    /// <summary>The name for a wanted version.</summary>
    public static string For(string? version) =>
        string.IsNullOrEmpty(version) ? "default" : "default_" + version.Replace('.', '_').Replace('-', '_').Replace('+', '_');

    /// <summary>Whether a resource is a provider that the engine made itself.</summary>
    public static bool IsDefault(StateResource resource) =>
        resource.IsProvider && resource.Parent.Length == 0 && new Urn(resource.Urn).Name is var name
        && (name == "default" || name.StartsWith("default_", StringComparison.Ordinal));
}
