using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Which provider serves a resource, and which ones its children inherit.</summary>
internal static class ProviderInheritance
{
    /// <summary>
    /// A provider given for the resource itself is taken as it is. Otherwise the nearest one that an ancestor has for the
    /// resource's package counts, if there is any.
    /// </summary>
    public static (ProviderResource? Serving, ImmutableDictionary<string, ProviderResource> ForChildren) Resolve(
        Resource resource, ResourceOptions options)
    {
        var providers = resource.ParentResource?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (options is ComponentResourceOptions component)
        {
            if (options.Provider is not null && component.Providers.Count > 0)
            {
                throw new ArgumentException(
                    $"The component '{resource.GetResourceName()}' is given both a Provider and Providers: put the single one into Providers.");
            }

            providers = providers.SetItems(component.Providers.Select(p => KeyValuePair.Create(p.Package, p)));
        }

        if (options.Provider is { } own)
        {
            providers = providers.SetItem(own.Package, own);
        }

        // Components, remote ones too, name providers for their children only.
        var serving = !resource.IsCustom
            ? null
            : options.Provider ?? providers.GetValueOrDefault(PackageOf(resource.GetResourceType()));
        return (serving, providers);
    }

    public static string PackageOf(string token) => token.Split(':', 2)[0];
}
