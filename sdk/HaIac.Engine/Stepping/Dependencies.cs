using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>What a resource refers to.</summary>
/// <remarks>Source: pulumi-protocol.md 6.4.</remarks>
internal static class Dependencies
{
    /// <summary>URNs of everything that must stand before the resource and outlive it.</summary>
    public static IEnumerable<string> Of(StateResource resource)
    {
        if (ProviderReference.TryParse(resource.Provider, out var provider))
        {
            yield return provider.Urn;
        }

        foreach (var urn in resource.Dependencies.Concat(resource.PropertyDependencies?.Values.SelectMany(urns => urns) ?? []).Concat(resource.ReplaceWith))
        {
            yield return urn;
        }

        if (resource.Parent.Length > 0)
        {
            yield return resource.Parent;
        }

        if (resource.DeletedWith.Length > 0)
        {
            yield return resource.DeletedWith;
        }
    }
}
