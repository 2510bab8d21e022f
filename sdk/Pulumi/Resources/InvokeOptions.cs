namespace Pulumi;

/// <summary>How a function of a provider is called.</summary>
public class InvokeOptions
{
    /// <summary>A resource whose provider serves the call when no other is given.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider that serves the call; default: the parent's, else the default one.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>Version of the package that serves the call; default: any.</summary>
    public string? Version { get; set; }

    /// <summary>Where the plugin of the package is downloaded from; default: the usual place.</summary>
    public string? PluginDownloadURL { get; set; }
}
