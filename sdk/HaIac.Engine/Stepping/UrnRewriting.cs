using System.Collections.Immutable;
using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>Follows resources that go on under another URN in everything that refers to them.</summary>
/// <remarks>Source: pulumi-protocol.md 6.10.</remarks>
internal static class UrnRewriting
{
    /// <summary>The resource with its references renewed; the same instance if it refers to none of the renamed.</summary>
    public static StateResource Apply(StateResource resource, ImmutableDictionary<string, string> renamed)
    {
        string New(string urn) => renamed.GetValueOrDefault(urn, urn);
        ImmutableArray<string> All(ImmutableArray<string> urns) => urns.Any(renamed.ContainsKey) ? [.. urns.Select(New)] : urns;

        var provider = ProviderReference.TryParse(resource.Provider, out var reference) && renamed.TryGetValue(reference.Urn, out var providerUrn)
            ? (reference with { Urn = providerUrn }).ToString()
            : resource.Provider;
        var propertyDependencies = resource.PropertyDependencies is { } byKey && byKey.Values.Any(urns => urns.Any(renamed.ContainsKey))
            ? byKey.ToImmutableSortedDictionary(pair => pair.Key, pair => All(pair.Value), StringComparer.Ordinal)
            : resource.PropertyDependencies;
        var (parent, deletedWith, dependencies, replaceWith) =
            (New(resource.Parent), New(resource.DeletedWith), All(resource.Dependencies), All(resource.ReplaceWith));
        var same = parent == resource.Parent && deletedWith == resource.DeletedWith && provider == resource.Provider
            && dependencies == resource.Dependencies && replaceWith == resource.ReplaceWith
            && ReferenceEquals(propertyDependencies, resource.PropertyDependencies);
        return same ? resource : resource with
        {
            Parent = parent,
            DeletedWith = deletedWith,
            Provider = provider,
            Dependencies = dependencies,
            ReplaceWith = replaceWith,
            PropertyDependencies = propertyDependencies,
        };
    }
}
