namespace Pulumi;

/// <summary>How a component resource and its children are to be treated.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>Providers for the children, one a package. Either these or a single provider may be given.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    /// <summary>Joins options. Single values of the second win, lists are joined in order.</summary>
    /// <param name="options1">The first options, or <c>null</c>.</param>
    /// <param name="options2">The second options, or <c>null</c>.</param>
    /// <returns>New options; the arguments do not change.</returns>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var result = (ComponentResourceOptions?)options1?.Copy() ?? new ComponentResourceOptions();
        result.Overlay(options2);
        if (options2 is not null)
        {
            result.Providers.AddRange(options2._providers ?? []);
            if (result.Provider is { } single)
            {
                // Both forms would be refused by the constructor, so a single provider joins the list.
                result.Providers.Add(single);
                result.Provider = null;
            }
        }

        return result;
    }

    internal override ResourceOptions Copy()
    {
        var result = new ComponentResourceOptions { _providers = _providers?.ToList() };
        result.CopyFrom(this);
        return result;
    }
}
