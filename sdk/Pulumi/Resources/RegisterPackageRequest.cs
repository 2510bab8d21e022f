namespace Pulumi;

/// <summary>A package whose plugin serves other packages by parameters; generated SDKs name it in their constructors.</summary>
public sealed class RegisterPackageRequest
{
    /// <summary>Describes a package.</summary>
    /// <param name="name">Name of the plugin.</param>
    /// <param name="version">Version of the plugin.</param>
    /// <param name="downloadUrl">Where the plugin is downloaded from; empty or <c>null</c> for the usual place.</param>
    /// <param name="checksums">Expected checksums by platform, or <c>null</c>.</param>
    /// <param name="parameterization">The parameters, or <c>null</c> for the plugin's own package.</param>
    public RegisterPackageRequest(
        string name,
        string version,
        string? downloadUrl,
        Dictionary<string, byte[]>? checksums = null,
        PackageParameterization? parameterization = null)
    {
        Name = name;
        Version = version;
        DownloadUrl = downloadUrl ?? "";
        Checksums = checksums is null ? [] : new(checksums);
        Parameterization = parameterization;
    }

    /// <summary>Name of the plugin that serves the package, without <c>pulumi-resource-</c>.</summary>
    public string Name { get; }

    /// <summary>Version of the plugin, such as <c>1.2.3</c>.</summary>
    public string Version { get; }

    /// <summary>Where the plugin is downloaded from; empty for the usual place.</summary>
    public string DownloadUrl { get; }

    /// <summary>Expected checksums of the plugin's download by platform, such as <c>linux-amd64</c>; empty checks nothing.</summary>
    public Dictionary<string, byte[]> Checksums { get; }

    /// <summary>The parameters, or <c>null</c> for the plugin's own package.</summary>
    public PackageParameterization? Parameterization { get; }

    /// <summary>Parameters that turn a plugin into another package.</summary>
    /// <param name="name">Name of that package.</param>
    /// <param name="version">Version of that package.</param>
    /// <param name="value">The parameters in the plugin's own form.</param>
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        /// <summary>Name of the package that the parameters make, as type tokens begin.</summary>
        public string Name { get; } = name;

        /// <summary>Version of the package that the parameters make.</summary>
        public string Version { get; } = version;

        /// <summary>The parameters in the plugin's own form.</summary>
        public byte[] Value { get; } = value;
    }
}
