using System.Collections.Concurrent;
using System.Collections.Immutable;
using HaIac.Engine.Callbacks;
using HaIac.Engine.Plugins;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Monitoring;

/// <summary>
/// Components that a provider makes: it is told what is wanted and where the monitor is, and registers the component and what it is made of
/// by itself. The registration that asked for it is answered with what the provider says.
/// </summary>
/// <remarks>Source: pulumi-protocol.md 4.2 (Construct) and 6.12.</remarks>
internal sealed class RemoteComponents(ProviderRegistry providers, Func<RunFacts> facts)
{
    private readonly ConcurrentDictionary<string, ImmutableSortedDictionary<string, string>> wanted = new(StringComparer.Ordinal);

    /// <summary>Providers that the program gave to a component, for what the component's provider registers below it; empty if none.</summary>
    public IReadOnlyDictionary<string, string> ProvidersOf(string urn) =>
        wanted.GetValueOrDefault(urn, ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>Has a component made.</summary>
    /// <param name="urn">URN that it will have.</param>
    /// <param name="request">The registration, as the transforms left it.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="reference">The provider that makes it.</param>
    /// <param name="inherited">Providers by package: the program's and those of the parent.</param>
    /// <param name="ct">Gives the call up.</param>
    /// <exception cref="GrpcException">The provider refused or failed: the registration fails with its words.</exception>
    public async Task<RegisterResourceResponse> ConstructAsync(
        string urn, RegisterResourceRequest request, WireObject inputs, string reference, ImmutableSortedDictionary<string, string> inherited, CancellationToken ct)
    {
        wanted[urn] = inherited;
        ConstructResponse answer;
        WireObject state;
        try
        {
            var provider = await providers.GetAsync(reference, ct).ConfigureAwait(false);
            answer = await provider.ConstructAsync(Question(request, inputs, inherited), OutputValues.Of(inputs, _ => []), facts(), ct).ConfigureAwait(false);
            state = AnsweredProperties.Read(answer.State, provider.Package, "outputs", urn);
        }
        catch (Exception e) when (e is ProviderCallException or PluginException)
        {
            throw new GrpcException(GrpcStatusCode.Unknown, Text(request, e), inner: e);
        }

        var outputs = WireFacts.WithoutOutputs(state);
        var known = request.SupportsPartialValues ? outputs : WireObject.Create(outputs.Where(pair => !WireFacts.HasUnknown(pair.Value)));
        var response = new RegisterResourceResponse
        {
            Urn = answer.Urn,
            Object = WireWriter.ToStruct(known, new WireMarshalOptions { KeepSecrets = request.AcceptSecrets, KeepReferences = request.AcceptResources }),
        };
        foreach (var key in state.Keys.Union(answer.StateDependencies.Keys))
        {
            var told = answer.StateDependencies.TryGetValue(key, out var urns) ? urns.Urns : [];
            var all = told.Concat(state.TryGetValue(key, out var value) ? OutputValues.Dependencies(value) : []).Distinct(StringComparer.Ordinal);
            response.PropertyDependencies[key] = new PropertyDependencies { Urns = { all } };
        }

        return response;
    }

    private static ConstructRequest Question(RegisterResourceRequest request, WireObject inputs, IDictionary<string, string> inherited)
    {
        var question = new ConstructRequest
        {
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Providers = { inherited },
            Dependencies = { request.Dependencies },
            AdditionalSecretOutputs = { request.AdditionalSecretOutputs },
            CustomTimeouts = request.CustomTimeouts,
            DeletedWith = request.DeletedWith,
            IgnoreChanges = { request.IgnoreChanges },
            ReplaceOnChanges = { request.ReplaceOnChanges },
            ResourceHooks = request.Hooks,
            ReplaceWith = { request.ReplaceWith },
            Aliases = { request.AliasURNs.Select(alias => new Alias { Urn = alias }).Concat(request.Aliases) },
            ReplacementTrigger = request.ReplacementTrigger,
        };
        foreach (var key in inputs.Keys.Union(request.PropertyDependencies.Keys))
        {
            var told = request.PropertyDependencies.TryGetValue(key, out var urns) ? urns.Urns : [];
            var all = told.Concat(inputs.TryGetValue(key, out var value) ? OutputValues.Dependencies(value) : []).Distinct(StringComparer.Ordinal);
            question.InputDependencies[key] = new PropertyDependencies { Urns = { all } };
        }

        if (request.HasProtect)
        {
            question.Protect = request.Protect;
        }

        if (request.HasRetainOnDelete)
        {
            question.RetainOnDelete = request.RetainOnDelete;
        }

        if (request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace)
        {
            question.DeleteBeforeReplace = request.DeleteBeforeReplace;
        }

        return question;
    }

    // A provider may name the inputs that it does not accept; each is one line.
    private static string Text(RegisterResourceRequest request, Exception fault)
    {
        if (fault.InnerException is not GrpcException failed || !failed.TryGetDetail<InputPropertiesError>(out var refused))
        {
            return fault.Message;
        }

        return EngineFinding.Text(
            "HAI1435",
            "Component inputs not accepted",
            string.Join('\n', refused.Errors.Select(error => $"{error.PropertyPath}: {error.Reason}").Prepend(failed.Detail)),
            $"{request.Type} \"{request.Name}\"",
            "The provider checks the inputs of a component before it makes anything.",
            "Correct the values in the program.");
    }
}
