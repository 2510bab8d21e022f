using System.Collections.Immutable;

namespace Pulumi;

/// <summary>One thing that a program declares: a real object behind a provider, or a group of such.</summary>
public abstract class Resource
{
    private readonly List<Resource> _children = [];
    private readonly string _type;
    private readonly string _name;

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false,
        RegisterPackageRequest? package = null)
    {
        ThrowIfEmpty(type, nameof(type));
        ThrowIfEmpty(name, nameof(name));
        _type = type;
        _name = name;
        IsCustom = custom;
        IsRemote = remote;

        var deployment = Deployment.Required;
        options = options.Copy();
        ParentResource = options.Parent ?? deployment.Stack;
        Transformations = [.. options.ResourceTransformations, .. ParentResource?.Transformations ?? []];
        (args, options) = Transform(args, options);

        Protection = options.Protect ??= ParentResource?.Protection;
        (ServingProvider, Providers) = ProviderInheritance.Resolve(this, options);
        Aliases = [.. options.Aliases];
        var inputs = args.Snapshot();

        // From here on nothing may throw: outputs that nobody completes would keep the program waiting for ever.
        RegistrationWaiter = new Waiter(() => $"resource '{name}' ({type})");
        var outputs = ResourceOutputs.Attach(this);
        Urn = outputs.Urn.Output;
        if (this is CustomResource customResource)
        {
            customResource.Id = outputs.Id!.Output;
        }

        ParentResource?.AddChild(this);
        deployment.Registrar.Start(new Registration(this, inputs, options, outputs, package));
    }

    /// <summary>A stand-in for a resource that this program did not declare; it is never registered.</summary>
    private protected Resource(string urn)
    {
        RegistrationWaiter = new Waiter(() => null);
        _type = Pulumi.Urn.TypeOf(urn);
        _name = Pulumi.Urn.NameOf(urn);
        IsCustom = true;
        Urn = new Output<string>(new OutputData<string>([this], urn, true, false));
    }

    /// <summary>The resource's identity in the engine; known once it is registered, in previews too.</summary>
    public Output<string> Urn { get; private protected set; }

    /// <summary>What the registration of this resource waits for, and with it all its outputs.</summary>
    internal Waiter RegistrationWaiter { get; }

    internal bool IsCustom { get; }

    internal bool IsRemote { get; }

    internal Resource? ParentResource { get; }

    internal bool? Protection { get; }

    /// <summary>The provider named in the registration; <c>null</c> leaves the choice to the engine.</summary>
    internal ProviderResource? ServingProvider { get; }

    /// <summary>What children inherit, by package.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; } = ImmutableDictionary<string, ProviderResource>.Empty;

    /// <summary>Own transformations first, then those of the ancestors up to the stack.</summary>
    internal ImmutableArray<ResourceTransformation> Transformations { get; } = [];

    internal ImmutableArray<Input<Alias>> Aliases { get; } = [];

    /// <summary>The URNs that the aliases make with those of the parents, once an old engine needs them.</summary>
    internal Task<ImmutableArray<string>>? AliasUrns { get; set; }

    /// <summary>The type token, such as <c>haiac:cib:Primitive</c>.</summary>
    /// <returns>The type token.</returns>
    public string GetResourceType() => _type;

    /// <summary>The name that the program gave.</summary>
    /// <returns>The name.</returns>
    public string GetResourceName() => _name;

    internal ImmutableArray<Resource> ChildrenNow()
    {
        lock (_children)
        {
            return [.. _children];
        }
    }

    private static void ThrowIfEmpty(string value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentException($"'{parameter}' cannot be null or empty.", parameter);
        }
    }

    private void AddChild(Resource child)
    {
        lock (_children)
        {
            _children.Add(child);
        }
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in Transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != options.Parent)
            {
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            args = result.Args;
            options = result.Options.Copy();
        }

        return (args, options);
    }
}
