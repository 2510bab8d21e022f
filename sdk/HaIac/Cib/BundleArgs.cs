using Pulumi;

namespace HaIac.Cib;

/// <summary>Inputs of a <see cref="Bundle"/>. Source: Pacemaker Explained, Bundles.</summary>
public sealed class BundleArgs : CibObjectArgs
{
    /// <summary>Id in the CIB; an XML name without a colon, unique in the whole configuration.</summary>
    /// <value>Default: the name of the resource.</value>
    public string? CibId { get; set; }

    /// <summary>The containers: of which image, how many, run by what.</summary>
    /// <value>Required.</value>
    [Input("container", required: true)]
    public Input<BundleContainerArgs>? Container { get; set; }

    /// <summary>Addresses and ports of the containers.</summary>
    /// <value>Default: none; with a primitive inside, a control port or a range of addresses is required.</value>
    [Input("network")]
    public Input<BundleNetworkArgs>? Network { get; set; }

    [Input("storage")]
    private InputList<StorageMappingArgs>? _storage;

    /// <summary>Directories and files of the host that each container sees.</summary>
    /// <value>Default: none.</value>
    public InputList<StorageMappingArgs> Storage
    {
        get => _storage ??= new InputList<StorageMappingArgs>();
        set => _storage = value;
    }

    /// <summary>The resource that the cluster runs inside each container; needs a CibId. The image must hold its agent and pacemaker_remoted.</summary>
    /// <value>Default: none; the containers run what the run command or the image says.</value>
    [Input("primitive")]
    public Input<PrimitiveArgs>? Primitive { get; set; }

    [Input("meta")]
    private InputMap<string>? _meta;

    /// <summary>Meta attributes of the bundle, which the resource inside inherits.</summary>
    /// <value>Default: none.</value>
    public InputMap<string> Meta
    {
        get => _meta ??= new InputMap<string>();
        set => _meta = value;
    }

    // Ids are plain texts in the program, so that others can refer to them before anything is created.
    [Input("cibId")]
    private Input<string>? CibIdInput => CibId is { } id ? (Input<string>)id : null;
}
