using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>Another package that a schema refers to. Not in the official SDK.</summary>
/// <param name="Name">Name of the package.</param>
/// <param name="Version">Its version.</param>
public sealed record PackageReferenceSpec(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("version")] string Version);
