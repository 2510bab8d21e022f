using Pulumi;

namespace HaIac.Cib;

/// <summary>The containers of a <see cref="Bundle"/>. Source: Pacemaker Explained, Bundles, Bundle Container Properties.</summary>
public sealed class BundleContainerArgs : ResourceArgs
{
    /// <summary>What runs the containers: podman or docker. Another one replaces the bundle.</summary>
    /// <value>Default: podman.</value>
    [Input("technology")]
    public Input<string>? Technology { get; set; }

    /// <summary>The image, as the technology names it; it must be on every node.</summary>
    /// <value>Required.</value>
    [Input("image", required: true)]
    public Input<string>? Image { get; set; }

    /// <summary>How many containers run in the whole cluster.</summary>
    /// <value>1 or more. Default: <see cref="PromotedMax"/> if that is above 0, else 1.</value>
    [Input("replicas")]
    public Input<int>? Replicas { get; set; }

    /// <summary>How many containers may run on one node.</summary>
    /// <value>1 or more. Default: 1.</value>
    [Input("replicasPerHost")]
    public Input<int>? ReplicasPerHost { get; set; }

    /// <summary>How many instances of the resource inside may be promoted at once; above 0 makes the bundle promotable.</summary>
    /// <value>0 to <see cref="Replicas"/>. Default: 0.</value>
    [Input("promotedMax")]
    public Input<int>? PromotedMax { get; set; }

    /// <summary>What runs in the container.</summary>
    /// <value>Default: pacemaker_remoted where a resource is inside, else what the image says.</value>
    [Input("runCommand")]
    public Input<string>? RunCommand { get; set; }

    /// <summary>The technology's network, such as host.</summary>
    /// <value>Default: the technology's own.</value>
    [Input("network")]
    public Input<string>? Network { get; set; }

    /// <summary>Further options on the technology's command line.</summary>
    /// <value>Default: none.</value>
    [Input("options")]
    public Input<string>? Options { get; set; }
}
