using HaIac.Engine.State;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using CustomTimeouts = HaIac.Engine.State.CustomTimeouts;

namespace HaIac.Engine.Plugins;

/// <summary>One provider as the engine uses it: a plugin process, or the engine's own.</summary>
/// <remarks>Source: pulumi-protocol.md 4.2. Every call throws <see cref="ProviderCallException"/> with the provider's words if it is refused.</remarks>
internal interface IProvider : IAsyncDisposable
{
    /// <summary>Package that it serves.</summary>
    string Package { get; }

    /// <summary>Checks the configuration of a provider resource.</summary>
    Task<CheckResult> CheckConfigAsync(string urn, WireObject olds, WireObject news, CancellationToken ct);

    /// <summary>Compares two configurations of a provider resource.</summary>
    Task<ProviderDiff> DiffConfigAsync(string urn, WireObject oldInputs, WireObject oldOutputs, WireObject news, CancellationToken ct);

    /// <summary>Configures the provider without waiting; every later call waits for it and fails with it.</summary>
    void Configure(string urn, string id, WireObject inputs, CancellationToken ct);

    /// <summary>Checks inputs.</summary>
    Task<CheckResult> CheckAsync(string urn, WireObject olds, WireObject news, CancellationToken ct);

    /// <summary>Compares old and new; null if the provider cannot be asked in this preview.</summary>
    Task<ProviderDiff?> DiffAsync(StateResource old, string urn, WireObject news, IEnumerable<string> ignoreChanges, CancellationToken ct);

    /// <summary>Creates an object, or tells in a preview what it would be.</summary>
    Task<ProviderResult> CreateAsync(string urn, WireObject inputs, CustomTimeouts? timeouts, bool preview, CancellationToken ct);

    /// <summary>Changes an object in place, or tells in a preview what it would be.</summary>
    Task<ProviderResult> UpdateAsync(
        StateResource old, string urn, WireObject news, CustomTimeouts? timeouts, IEnumerable<string> ignoreChanges, bool preview, CancellationToken ct);

    /// <summary>Deletes an object.</summary>
    Task DeleteAsync(StateResource old, CancellationToken ct);

    /// <summary>Reads an object; an empty id in the answer means that it is gone. Nothing but the id is known of one that is to be taken over.</summary>
    Task<ProviderResult> ReadAsync(string urn, string id, WireObject? inputs, WireObject? outputs, CustomTimeouts? timeouts, CancellationToken ct);

    /// <summary>Calls a function.</summary>
    Task<InvokeResponse> InvokeAsync(string token, WireObject arguments, bool preview, CancellationToken ct);

    /// <summary>Calls a method of a resource; arguments and answer may be output values.</summary>
    /// <param name="token">The method.</param>
    /// <param name="arguments">Its arguments; the receiver is the one named <c>__self__</c>.</param>
    /// <param name="dependencies">URNs that each argument depends on.</param>
    /// <param name="run">What the provider is told of the operation.</param>
    /// <param name="ct">Gives the call up.</param>
    Task<CallResponse> CallAsync(
        string token, WireObject arguments, IReadOnlyDictionary<string, IReadOnlyCollection<string>> dependencies, RunFacts run, CancellationToken ct);

    /// <summary>Has the provider make a component; it registers it and what it is made of by itself.</summary>
    /// <param name="request">What is wanted, complete but for the inputs and the facts of the operation.</param>
    /// <param name="inputs">Inputs; may be output values.</param>
    /// <param name="run">What the provider is told of the operation.</param>
    /// <param name="ct">Gives the call up.</param>
    Task<ConstructResponse> ConstructAsync(ConstructRequest request, WireObject inputs, RunFacts run, CancellationToken ct);

    /// <summary>Tells the provider that calls under way are no longer wanted; it may finish or cut them.</summary>
    Task CancelCallsAsync();

    /// <summary>Ends it. Null, or a message if it had ended before it was asked to.</summary>
    Task<string?> StopAsync();
}
