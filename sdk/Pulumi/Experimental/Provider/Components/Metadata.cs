namespace Pulumi.Experimental.Provider;

/// <summary>What a package of components calls itself.</summary>
/// <param name="Name">Name of the package, the first part of its type tokens: letters, digits, <c>-</c> and <c>_</c>, a letter first.</param>
/// <param name="Namespace">Who publishes it: lower-case letters, digits and <c>-</c>; null for nobody in particular.</param>
/// <param name="Version">Version of the package; null leaves it out of the schema, which generators of SDKs do not like.</param>
/// <param name="DisplayName">Name for people; null for the name of the package.</param>
public record Metadata(string Name, string? Namespace = null, string? Version = null, string? DisplayName = null);
