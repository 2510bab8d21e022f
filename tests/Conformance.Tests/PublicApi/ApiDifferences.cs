namespace Conformance.Tests.PublicApi;

/// <summary>The one list of differences between the bundled API and the published one; whatever is not here must be the same.</summary>
internal static class ApiDifferences
{
    /// <summary>What the published API has and the bundled one has not, or not in this form.</summary>
    public static IReadOnlyList<ApiDifference> Lacking { get; } =
    [
        new("Internals that are public by oversight: no program holds a Deployment, it gets a DeploymentInstance.",
            "Pulumi.Deployment.AwaitPendingRegistrations",
            "Pulumi.Deployment.MonitorSupportsInvokeTransforms",
            "Pulumi.Deployment.MonitorSupportsResourceHooks",
            "Pulumi.Deployment.RegisterInvokeTransform"),
        new("For classes derived from hooks inside the SDK.",
            "Pulumi.ErrorHook.ErrorHook(string! name, Pulumi.ErrorHookCallback! callback, System.Threading.Tasks.Task! registered) -> void",
            "Pulumi.ResourceHook.ResourceHook(string! name, Pulumi.ResourceHookCallback! callback, Pulumi.ResourceHookOptions! options, System.Threading.Tasks.Task! registered) -> void"),
        new("A type of the hosting packages, which are not used here.", "Pulumi.Experimental.Provider.Provider.GetHostUri"),
        new("Converters translate programs of other languages; that is no part of HaIac.", "Pulumi.Codegen", "Pulumi.Experimental.Converter"),
    ];

    /// <summary>What only the bundled API has, or has in this form. A program that must compile against the published package does without it.</summary>
    public static IReadOnlyList<ApiDifference> Beyond { get; } =
    [
        new("In the design after the published package, but not in the sources that could be read: signatures are ours.",
            "Pulumi.DiscriminatedUnionCaseAttribute", "Pulumi.DiscriminatedUnionDiscriminatorAttribute"),
        new("Providers that answer what the published base does not: handshake, cancellation, lists, mappings, autonaming, refresh before update.",
            "Pulumi.Experimental.Provider.AutonamingMode", "Pulumi.Experimental.Provider.AutonamingOptions",
            "Pulumi.Experimental.Provider.CheckRequest.Autonaming",
            "Pulumi.Experimental.Provider.ConfigureRequest.Id", "Pulumi.Experimental.Provider.ConfigureRequest.Name",
            "Pulumi.Experimental.Provider.ConfigureRequest.Type", "Pulumi.Experimental.Provider.ConfigureRequest.Urn",
            "Pulumi.Experimental.Provider.ConfigureResponse.SupportsAutonamingConfiguration",
            "Pulumi.Experimental.Provider.ConstructRequest.AdditionalSecretOutputs", "Pulumi.Experimental.Provider.ConstructRequest.DeleteBeforeReplace",
            "Pulumi.Experimental.Provider.CreateResponse.RefreshBeforeUpdate", "Pulumi.Experimental.Provider.ReadResponse.RefreshBeforeUpdate",
            "Pulumi.Experimental.Provider.UpdateResponse.RefreshBeforeUpdate",
            "Pulumi.Experimental.Provider.GetMappingRequest", "Pulumi.Experimental.Provider.GetMappingResponse",
            "Pulumi.Experimental.Provider.GetMappingsRequest", "Pulumi.Experimental.Provider.GetMappingsResponse",
            "Pulumi.Experimental.Provider.HandshakeRequest", "Pulumi.Experimental.Provider.HandshakeResponse",
            "Pulumi.Experimental.Provider.InvokeRequest.Preview", "Pulumi.Experimental.Provider.ReadRequest.Timeout",
            "Pulumi.Experimental.Provider.ListRequest", "Pulumi.Experimental.Provider.ListResponse", "Pulumi.Experimental.Provider.ListedResource",
            "Pulumi.Experimental.Provider.Provider.Cancel", "Pulumi.Experimental.Provider.Provider.GetMapping", "Pulumi.Experimental.Provider.Provider.GetMappings",
            "Pulumi.Experimental.Provider.Provider.Handshake", "Pulumi.Experimental.Provider.Provider.List"),
        new("A provider cannot look into an asset or archive with the published package.", "Pulumi.Experimental.FileSource", "Pulumi.Experimental.FileSourceKind"),
        new("Text for messages.", "Pulumi.Experimental.ResourceReference.ToString"),
        new("Parts of the schema format that the listing of v3.93 does not have: enums, unions, descriptions, packages that a component refers to.",
            "Pulumi.Experimental.Provider.ComplexTypeSpec.Enum", "Pulumi.Experimental.Provider.EnumValueSpec", "Pulumi.Experimental.Provider.ObjectTypeSpec.Description",
            "Pulumi.Experimental.Provider.PackageReferenceSpec", "Pulumi.Experimental.Provider.PackageSpec.Dependencies",
            "Pulumi.Experimental.Provider.PropertySpec.Description", "Pulumi.Experimental.Provider.TypeSpec.OneOf"),
        new("Parts of a URN, which every provider takes apart.", "Pulumi.Urn.Name", "Pulumi.Urn.Type"),
        new("Failures that mean more to the engine than \"it failed\"; the published base can only say that.",
            "Pulumi.Experimental.Provider.MissingConfigurationException", "Pulumi.Experimental.Provider.ProviderException",
            "Pulumi.Experimental.Provider.ProviderFailureKind", "Pulumi.Experimental.Provider.ResourceInitializationException",
            "Pulumi.InputPropertiesException.PropertyErrors"),
        new("A writer for the line with the port, so that a provider can be served inside a test.",
            "static Pulumi.Experimental.Provider.Provider.Serve(string![]! args, string? version, System.Func<Pulumi.Experimental.IEngine!, Pulumi.Experimental.Provider.Provider!>! factory, System.Threading.CancellationToken cancellationToken, System.IO.TextWriter! stdout) -> System.Threading.Tasks.Task!"),
    ];
}
