using Pulumi;

namespace HaIac.Cib;

/// <summary>A place of the host that each container of a <see cref="Bundle"/> sees.</summary>
public sealed class StorageMappingArgs : ResourceArgs
{
    /// <summary>Path on the host, the same for all containers.</summary>
    /// <value>This or <see cref="SourceDirRoot"/> is required.</value>
    [Input("sourceDir")]
    public Input<string>? SourceDir { get; set; }

    /// <summary>Path on the host below which each container has a directory of its own.</summary>
    /// <value>This or <see cref="SourceDir"/> is required.</value>
    [Input("sourceDirRoot")]
    public Input<string>? SourceDirRoot { get; set; }

    /// <summary>Path inside the container.</summary>
    /// <value>Required.</value>
    [Input("targetDir", required: true)]
    public Input<string>? TargetDir { get; set; }

    /// <summary>Options of the mount, such as ro or rw,z.</summary>
    /// <value>Default: the technology's own.</value>
    [Input("options")]
    public Input<string>? Options { get; set; }
}
