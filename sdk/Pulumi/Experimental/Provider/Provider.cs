using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Experimental.Provider;

/// <summary>
/// The base of a resource provider: a plugin that an engine starts as <c>pulumi-resource-NAME</c>. Override the calls that the
/// package supports; the others answer UNIMPLEMENTED. Calls come from many threads at once. A call that throws fails alone: the
/// engine gets a status and a message, and the provider goes on.
/// </summary>
public abstract class Provider
{
    /// <summary>Serves a provider until the process is told to stop (SIGINT, SIGTERM), its engine is gone, or the token is cancelled.</summary>
    /// <param name="args">Arguments of the program: the address of the engine, and flags that are ignored.</param>
    /// <param name="version">Version of the plugin; that of the entry assembly if null.</param>
    /// <param name="factory">Makes the provider once the engine is known; called once a process.</param>
    /// <param name="cancellationToken">Stops serving.</param>
    /// <remarks>
    /// The port is the first line of standard output. From then on what the program prints goes to standard error. Without an address
    /// the provider waits until an engine attaches to it.
    /// </remarks>
    /// <exception cref="ArgumentException">There is more than one address among the arguments.</exception>
    public static Task Serve(string[] args, string? version, Func<IEngine, Provider> factory, CancellationToken cancellationToken) =>
        ProviderProcess.RunAsync(args, version, factory, cancellationToken);

    /// <summary>Serves a provider and writes its port to a given writer; console and signals are left alone apart from that.</summary>
    /// <param name="args">Arguments of the program: the address of the engine, and flags that are ignored.</param>
    /// <param name="version">Version of the plugin; that of the entry assembly if null.</param>
    /// <param name="factory">Makes the provider once the engine is known; called once.</param>
    /// <param name="cancellationToken">Stops serving.</param>
    /// <param name="stdout">Gets the port as one line.</param>
    /// <exception cref="ArgumentException">There is more than one address among the arguments.</exception>
    public static Task Serve(
        string[] args, string? version, Func<IEngine, Provider> factory, CancellationToken cancellationToken, TextWriter stdout) =>
        ProviderProcess.ServeAsync(args, version, factory, stdout, cancellationToken);

    /// <summary>Answers the first call of the engine. By default the provider takes secrets, references and outputs. Not in the official SDK.</summary>
    /// <param name="request">Where the plugin and the program are.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<HandshakeResponse> Handshake(HandshakeRequest request, CancellationToken ct) =>
        Task.FromResult(new HandshakeResponse());

    /// <summary>Is told that the user cancels; running calls have their tokens cancelled already. The process stays up. Not in the official SDK.</summary>
    /// <param name="ct">Cancelled when the caller goes away.</param>
    public virtual Task Cancel(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Turns the provider into one for another package.</summary>
    /// <param name="request">The parameters.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<ParameterizeResponse> Parameterize(ParameterizeRequest request, CancellationToken ct) => Missing<ParameterizeResponse>(nameof(Parameterize));

    /// <summary>Answers the schema of the package.</summary>
    /// <param name="request">Which one.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, CancellationToken ct) => Missing<GetSchemaResponse>(nameof(GetSchema));

    /// <summary>Checks the configuration of the provider. If it is not overridden, the engine takes the configuration as it is.</summary>
    /// <param name="request">The configuration.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken ct) => Missing<CheckResponse>(nameof(CheckConfig));

    /// <summary>Tells whether a new configuration changes or replaces the provider. If it is not overridden, the engine compares.</summary>
    /// <param name="request">Old and new configuration.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken ct) => Missing<DiffResponse>(nameof(DiffConfig));

    /// <summary>Takes the configuration. It is not called in a preview while any value is unknown.</summary>
    /// <param name="request">The configuration.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<ConfigureResponse> Configure(ConfigureRequest request, CancellationToken ct) =>
        Task.FromResult(new ConfigureResponse { AcceptSecrets = true, SupportsPreview = true, AcceptResources = true, AcceptOutputs = true });

    /// <summary>Calls a function of the package.</summary>
    /// <param name="request">Which one, and its arguments.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken ct) => Missing<InvokeResponse>(nameof(Invoke));

    /// <summary>Creates an object.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<CreateResponse> Create(CreateRequest request, CancellationToken ct) => Missing<CreateResponse>(nameof(Create));

    /// <summary>Reads an object.</summary>
    /// <param name="request">Which one.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<ReadResponse> Read(ReadRequest request, CancellationToken ct) => Missing<ReadResponse>(nameof(Read));

    /// <summary>Checks the inputs of a resource and fills in defaults.</summary>
    /// <param name="request">The inputs.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<CheckResponse> Check(CheckRequest request, CancellationToken ct) => Missing<CheckResponse>(nameof(Check));

    /// <summary>Tells what an update would change.</summary>
    /// <param name="request">Old and new properties.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<DiffResponse> Diff(DiffRequest request, CancellationToken ct) => Missing<DiffResponse>(nameof(Diff));

    /// <summary>Changes an object.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<UpdateResponse> Update(UpdateRequest request, CancellationToken ct) => Missing<UpdateResponse>(nameof(Update));

    /// <summary>Deletes an object; succeeds if it is gone.</summary>
    /// <param name="request">Which one.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task Delete(DeleteRequest request, CancellationToken ct) => Missing<bool>(nameof(Delete));

    /// <summary>Constructs a component. Resources that are declared in this call are registered with the engine that made it.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken ct) => Missing<ConstructResponse>(nameof(Construct));

    /// <summary>Calls a method of a component.</summary>
    /// <param name="request">Which one, and its arguments.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<CallResponse> Call(CallRequest request, CancellationToken ct) => Missing<CallResponse>(nameof(Call));

    /// <summary>Lists objects that exist, so that a user may choose what to import. Not in the official SDK.</summary>
    /// <param name="request">Which type, which objects, and which page.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<ListResponse> List(ListRequest request, CancellationToken ct) => Missing<ListResponse>(nameof(List));

    /// <summary>
    /// Tells how names of another tool's provider map to this package, for converters. If it is not overridden, engines take it that
    /// there is no mapping. Not in the official SDK.
    /// </summary>
    /// <param name="request">Which tool, and which provider of it.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<GetMappingResponse> GetMapping(GetMappingRequest request, CancellationToken ct) =>
        Missing<GetMappingResponse>(nameof(GetMapping));

    /// <summary>
    /// Tells for which providers of another tool there is a mapping. If it is not overridden, engines ask <see cref="GetMapping"/> at
    /// once. Not in the official SDK.
    /// </summary>
    /// <param name="request">Which tool.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    public virtual Task<GetMappingsResponse> GetMappings(GetMappingsRequest request, CancellationToken ct) =>
        Missing<GetMappingsResponse>(nameof(GetMappings));

    [DoesNotReturn]
    private static Task<T> Missing<T>(string method) =>
        throw new NotImplementedException($"This provider does not support {method}.");
}
