using Pulumi;

namespace HaIac.SharedServices;

/// <summary>Inputs of <see cref="HostHealth"/>.</summary>
public sealed class HostHealthArgs : ResourceArgs
{
    /// <summary>What is checked.</summary>
    /// <value>Default: processors and disk space.</value>
    public List<HealthCheck> Checks { get; set; } = [HealthCheck.Cpu, HealthCheck.DiskSpace];

    /// <summary>Mount points whose free space is checked.</summary>
    /// <value>Default: the root file system.</value>
    public List<string> Disks { get; set; } = ["/"];

    /// <summary>Free space below which a node counts as ill, with unit, such as 5G.</summary>
    /// <value>Default: 512M.</value>
    public string MinimumFree { get; set; } = "512M";

    /// <summary>What the cluster does with ill nodes: the cluster option <c>node-health-strategy</c> (migrate-on-red, only-green, progressive, custom, none).</summary>
    /// <value>Default: migrate-on-red. Null leaves the option to the program; without one the checks only tell.</value>
    public string? Strategy { get; set; } = "migrate-on-red";

    /// <summary>Values of single checks over the tested ones, with the keys of every <see cref="ServiceSettings.ResourceHash"/>.</summary>
    /// <value>Default: none. Starting from: monitor every 20 s with 30 s; running on ill nodes too, to see when they are well again.</value>
    public Dictionary<HealthCheck, ResourceHash> ResourceHashes { get; set; } = [];
}
