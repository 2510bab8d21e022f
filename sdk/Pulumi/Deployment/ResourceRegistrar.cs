using System.Collections.Immutable;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>
/// Registers resources with the engine, all in parallel: each waits for its own parent, inputs and dependencies and for
/// nothing else. Completes the outputs of a resource whatever happens, because an output left open would stop the program.
/// </summary>
internal sealed class ResourceRegistrar(Deployment deployment)
{
    /// <summary>Whether the engine may answer with references to resources; users can forbid it.</summary>
    public static bool AcceptsReferences => !EnvironmentFlag.IsSet("PULUMI_DISABLE_RESOURCE_REFERENCES");

    public void Start(Registration registration)
        => deployment.Runner.Watch(RunAsync(registration), registration.Resource.RegistrationWaiter);

    public async Task RegisterOutputsAsync(Resource resource, Func<Waiter, Task<IDictionary<string, object?>>> outputs, Waiter waiter)
    {
        await deployment.DetachAsync().ConfigureAwait(false);
        var urn = await waiter.For(resource.Urn).ConfigureAwait(false);
        var fields = new Dictionary<string, WireValue>();
        foreach (var (name, value) in await outputs(waiter).ConfigureAwait(false))
        {
            var serialized = await new PropertySerializer(keepOutputs: false, waiter: waiter).SerializePropertyAsync(name, value).ConfigureAwait(false);
            if (serialized is not WireNull)
            {
                fields[name] = serialized;
            }
        }

        var request = new RegisterResourceOutputsRequest
        {
            Urn = urn.Value,
            Outputs = WireWriter.ToStruct(WireObject.Create(fields), await MarshalAsync(false).ConfigureAwait(false)),
        };
        await deployment.Monitor.RegisterResourceOutputsAsync(request, deployment.Abandoned).ConfigureAwait(false);
    }

    private async Task RunAsync(Registration registration)
    {
        await deployment.DetachAsync().ConfigureAwait(false);
        try
        {
            var answer = await AnswerAsync(registration).ConfigureAwait(false);
            Complete(registration, answer);
        }
        catch (Exception e)
        {
            registration.Outputs.Fail(e);
            throw;
        }
    }

    private async Task<RegistrationAnswer> AnswerAsync(Registration registration)
    {
        if (registration.Options.Urn is { } urn)
        {
            return await LookUpAsync(urn).ConfigureAwait(false);
        }

        if (registration.Options.Id is { } idInput)
        {
            var id = await registration.Resource.RegistrationWaiter.For(idInput.ToOutput()).ConfigureAwait(false);
            if (id.IsKnown && !string.IsNullOrEmpty(id.Value))
            {
                return await ReadAsync(registration, id.Value).ConfigureAwait(false);
            }
        }

        return await RegisterAsync(registration).ConfigureAwait(false);
    }

    private async Task<RegistrationAnswer> RegisterAsync(Registration registration)
    {
        var request = await new RegistrationWriter(deployment).WriteAsync(registration).ConfigureAwait(false);
        var response = await deployment.Monitor
            .RegisterResourceAsync(registration.Resource, request, deployment.Abandoned)
            .ConfigureAwait(false);
        return new RegistrationAnswer(
            response.Urn,
            response.Id,
            WireReader.FromStruct(response.Object),
            response.PropertyDependencies.ToImmutableDictionary(d => d.Key, d => d.Value.Urns.ToImmutableArray()),
            Succeeded: response.Result == Result.Success && !response.Unknown);
    }

    private async Task<RegistrationAnswer> ReadAsync(Registration registration, string id)
    {
        var request = await new RegistrationWriter(deployment).WriteReadAsync(registration, id).ConfigureAwait(false);
        var response = await deployment.Monitor
            .ReadResourceAsync(registration.Resource, request, deployment.Abandoned)
            .ConfigureAwait(false);
        return new RegistrationAnswer(
            response.Urn, id, WireReader.FromStruct(response.Properties), ImmutableDictionary<string, ImmutableArray<string>>.Empty, true);
    }

    /// <summary>A resource that is only named by its URN: the engine knows the rest.</summary>
    private async Task<RegistrationAnswer> LookUpAsync(string urn)
    {
        var args = WireObject.Empty.With("urn", new WireText(urn));
        var request = new ResourceInvokeRequest
        {
            Tok = "pulumi:pulumi:getResource",
            Args = WireWriter.ToStruct(args, WireMarshalOptions.Everything),
            AcceptResources = AcceptsReferences,
        };
        var response = await deployment.Monitor.InvokeAsync(request, deployment.Abandoned).ConfigureAwait(false);
        Invoker.ThrowIfRefused("Invoke", request.Tok, response.Failures);
        var fields = WireReader.FromStruct(response.Return);
        return new RegistrationAnswer(
            (fields.GetValueOrDefault("urn") as WireText)?.Value ?? urn,
            (fields.GetValueOrDefault("id") as WireText)?.Value ?? "",
            (fields.GetValueOrDefault("state") as WireMap)?.Fields ?? WireObject.Empty,
            ImmutableDictionary<string, ImmutableArray<string>>.Empty,
            true);
    }

    private void Complete(Registration registration, RegistrationAnswer answer)
    {
        var outputs = registration.Outputs;
        var defaultsKnown = answer.Succeeded && !deployment.Settings.IsDryRun;

        outputs.Urn.Complete(answer.Urn, isKnown: true);
        var idKnown = answer.Id == WireSignatures.Unknown ? false : answer.Id.Length > 0 ? answer.Succeeded : defaultsKnown;
        outputs.Id?.Complete(idKnown ? answer.Id : "", idKnown);

        foreach (var (name, output) in outputs.Properties)
        {
            if (!answer.Fields.TryGetValue(name, out var wire))
            {
                output.Complete(null, defaultsKnown, false, []);
                continue;
            }

            var dependencies = answer.Dependencies.GetValueOrDefault(name, [])
                .Select(urn => (Resource)new DependencyResource(urn))
                .ToImmutableHashSet();
            var context = $"{registration.Resource.GetType().FullName}.{name}";
            var value = PropertyConverter.Convert(
                wire,
                output.ValueType,
                context,
                message => deployment.Logger.Write(LogSeverity.Warning, message, registration.Resource, 0, false));
            output.Complete(value.Value, value.IsKnown, value.IsSecret, dependencies);
        }
    }

    private async Task<WireMarshalOptions> MarshalAsync(bool keepOutputs)
        => new()
        {
            KeepSecrets = true,
            KeepOutputs = keepOutputs,
            KeepReferences = await deployment.Features.HasAsync(Feature.ResourceReferences).ConfigureAwait(false),
        };
}
