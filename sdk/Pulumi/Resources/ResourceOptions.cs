namespace Pulumi;

/// <summary>How a resource is to be treated, apart from its own inputs. Lists never are <c>null</c>: adding to them is always possible.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private InputList<Resource>? _replaceWith;
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<string>? _hideDiffs;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;
    private List<Input<Alias>>? _aliases;
    private ResourceHookBinding? _hooks;

    /// <summary>Makes options that change nothing.</summary>
    protected ResourceOptions()
    {
    }

    /// <summary>Id of an existing resource that is read instead of created; the stack does not manage it then.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The parent; default: the stack. It is part of the resource's identity.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must be done first though no input comes from them. A component stands for its resources.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= new InputList<Resource>();
        set => _dependsOn = value;
    }

    /// <summary>Whether deleting the resource is refused; default: as the parent.</summary>
    public bool? Protect { get; set; }

    /// <summary>Property paths whose changes are ignored; the stored value is kept. <c>*</c> means all.</summary>
    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    /// <summary>Version of the package that serves the resource; default: any.</summary>
    public string? Version { get; set; }

    /// <summary>The provider that serves the resource; default: the parent's for that package, else the default one.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>Time limits of the operations; default: the provider's own.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Functions that may change args and options in the constructor, also those of children.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    /// <summary>Functions that the engine calls to change properties and options, also those of children.</summary>
    public List<ResourceTransform> ResourceTransforms
    {
        get => _resourceTransforms ??= [];
        set => _resourceTransforms = value;
    }

    /// <summary>Earlier identities, so that a rename or a move is not a deletion and a creation.</summary>
    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    /// <summary>URN of a resource of this program or another one, to be looked up instead of registered.</summary>
    public string? Urn { get; set; }

    /// <summary>Property paths whose changes replace the resource. <c>*</c> means all.</summary>
    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    /// <summary>Where the plugin of the package is downloaded from; default: the usual place.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether deleting only forgets the resource and leaves the real thing alone; default: no.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>A resource whose deletion deletes this one too, so that no own deletion is needed.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement replaces this one too.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= new InputList<Resource>();
        set => _replaceWith = value;
    }

    /// <summary>Functions that the engine calls before and after operations.</summary>
    public ResourceHookBinding Hooks
    {
        get => _hooks ??= new ResourceHookBinding();
        set => _hooks = value;
    }

    /// <summary>Property paths whose differences are not displayed.</summary>
    public List<string> HideDiffs
    {
        get => _hideDiffs ??= [];
        set => _hideDiffs = value;
    }

    /// <summary>A value whose change replaces the resource.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    internal abstract ResourceOptions Copy();

    private protected void CopyFrom(ResourceOptions other)
    {
        Id = other.Id;
        Parent = other.Parent;
        _dependsOn = other._dependsOn?.Concat(new InputList<Resource>());
        _replaceWith = other._replaceWith?.Concat(new InputList<Resource>());
        Protect = other.Protect;
        _ignoreChanges = other._ignoreChanges?.ToList();
        Version = other.Version;
        Provider = other.Provider;
        CustomTimeouts = other.CustomTimeouts?.Copy();
        _resourceTransformations = other._resourceTransformations?.ToList();
        _resourceTransforms = other._resourceTransforms?.ToList();
        _aliases = other._aliases?.ToList();
        Urn = other.Urn;
        _replaceOnChanges = other._replaceOnChanges?.ToList();
        PluginDownloadURL = other.PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete;
        DeletedWith = other.DeletedWith;
        _hooks = other._hooks?.Clone();
        _hideDiffs = other._hideDiffs?.ToList();
        ReplacementTrigger = other.ReplacementTrigger;
    }

    /// <summary>Lays other options over these: single values replace, lists are appended.</summary>
    private protected void Overlay(ResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        DependsOn.AddRange(other._dependsOn ?? new InputList<Resource>());
        ReplaceWith.AddRange(other._replaceWith ?? new InputList<Resource>());
        Protect = other.Protect ?? Protect;
        IgnoreChanges.AddRange(other._ignoreChanges ?? []);
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts?.Copy() ?? CustomTimeouts;
        ResourceTransformations.AddRange(other._resourceTransformations ?? []);
        ResourceTransforms.AddRange(other._resourceTransforms ?? []);
        Aliases.AddRange(other._aliases ?? []);
        Urn = other.Urn ?? Urn;
        ReplaceOnChanges.AddRange(other._replaceOnChanges ?? []);
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        Hooks = other._hooks is null ? Hooks : Hooks.Concat(other._hooks);
        HideDiffs.AddRange(other._hideDiffs ?? []);
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
    }
}
