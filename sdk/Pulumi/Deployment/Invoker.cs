using System.Collections.Immutable;
using Google.Protobuf;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>Calls functions of providers.</summary>
internal sealed class Invoker(Deployment deployment)
{
    private readonly Lock _lock = new();
    private Task _transforms = Task.CompletedTask;

    public void AddTransform(InvokeTransform transform)
    {
        lock (_lock)
        {
            // Calls wait for this, so that a call made after the transform was added is sure to be changed by it.
            _transforms = AddAsync(_transforms, transform);
            deployment.Runner.Watch(_transforms);
        }
    }

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, bool single, RegisterPackageRequest? package)
    {
        var waiter = new Waiter(() => $"invoke of '{token}'");
        return OutputTasks.Wrap(RunAsync<T>(token, args, options, single, package, waiter), waiter);
    }

    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, bool single, RegisterPackageRequest? package)
        => (await RunAsync<T>(token, args, options, single, package, null).ConfigureAwait(false)).Value;

    private async Task<OutputData<T>> RunAsync<T>(
        string token, InvokeArgs? args, InvokeOptions? options, bool single, RegisterPackageRequest? package, Waiter? waiter)
    {
        var inputs = (args ?? InvokeArgs.Empty).Snapshot();
        await deployment.DetachAsync().ConfigureAwait(false);
        var serialized = await PropertySerializer.SerializeInputsAsync(inputs, keepOutputs: false, waiter: waiter).ConfigureAwait(false);
        var dependsOn = await DependsOnAsync(options, waiter).ConfigureAwait(false);
        var resources = dependsOn.Resources.Union(serialized.AllResources);
        if (!dependsOn.AllKnown || WireSearch.HasUnknown(serialized.Fields))
        {
            return OutputData<T>.Unknown(resources, false);
        }

        await _transforms.ConfigureAwait(false);
        var provider = options?.Provider ?? options?.Parent?.Providers.GetValueOrDefault(ProviderInheritance.PackageOf(token));
        var request = new ResourceInvokeRequest
        {
            Tok = token,
            Args = WireWriter.ToStruct(serialized.Fields, WireMarshalOptions.Everything with
            {
                KeepReferences = await deployment.Features.HasAsync(Feature.ResourceReferences).ConfigureAwait(false),
            }),
            AcceptResources = ResourceRegistrar.AcceptsReferences,
            Provider = provider is null ? "" : await provider.ReferenceAsync(waiter).ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            PackageRef = await deployment.Packages.ReferenceAsync(package).ConfigureAwait(false),
        };
        var response = await deployment.Monitor.InvokeAsync(request, deployment.Abandoned).ConfigureAwait(false);
        ThrowIfRefused("Invoke", token, response.Failures);
        if (response.Unknown)
        {
            return OutputData<T>.Unknown(resources, false);
        }

        var fields = WireReader.FromStruct(response.Return);
        WireValue result = single
            ? fields.Count == 1 ? fields.Values.Single() : throw new InvokeException($"Invoke of '{token}' must return one field, but returned {fields.Count}.")
            : new WireMap(fields);
        var value = PropertyConverter.Convert(result, typeof(T), $"{token} result", Warn);
        return value.IsKnown
            ? new OutputData<T>(resources, value.Value is null ? default! : (T)value.Value, true, value.IsSecret)
            : OutputData<T>.Unknown(resources, value.IsSecret);
    }

    internal static void ThrowIfRefused(string kind, string token, IReadOnlyCollection<CheckFailure> failures)
    {
        if (failures.Count > 0)
        {
            throw new InvokeException(
                $"{kind} of '{token}' failed: {string.Join("; ", failures.Select(f => $"{f.Reason} ({f.Property})"))}");
        }
    }

    private static async Task<(ImmutableHashSet<Resource> Resources, bool AllKnown)> DependsOnAsync(InvokeOptions? options, Waiter? waiter)
    {
        if (options is not InvokeOutputOptions { DependsOn: var list })
        {
            return ([], true);
        }

        Output<ImmutableArray<Resource>> output = list;
        waiter?.WaitsFor(output);
        var data = await output.DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return (data.Resources, false);
        }

        // The call may need what these resources make, so it waits for their ids and not only for their registration.
        var known = true;
        foreach (var resource in data.Value.OfType<CustomResource>())
        {
            waiter?.WaitsFor(resource.Id);
            known &= (await resource.Id.DataTask.ConfigureAwait(false)).IsKnown;
        }

        await DependencyExpansion.UrnsAsync(data.Value, waiter).ConfigureAwait(false);
        return (data.Resources.Union(data.Value), known);
    }

    private void Warn(string message) => deployment.Logger.Write(LogSeverity.Warning, message, null, 0, false);

    private async Task AddAsync(Task previous, InvokeTransform transform)
    {
        await previous.ConfigureAwait(false);
        await deployment.Features.RequireAsync(Feature.InvokeTransforms, "invoke transforms").ConfigureAwait(false);
        var callback = await deployment.Callbacks.AddAsync((bytes, token) => TransformAsync(transform, bytes, token)).ConfigureAwait(false);
        await deployment.Monitor.RegisterStackInvokeTransformAsync(callback, deployment.Abandoned).ConfigureAwait(false);
    }

    private static async Task<IMessage> TransformAsync(InvokeTransform transform, ByteString bytes, CancellationToken cancellationToken)
    {
        var request = TransformInvokeRequest.Parser.ParseFrom(bytes);
        var options = new InvokeOptions
        {
            Version = Text(request.Options?.Version),
            PluginDownloadURL = Text(request.Options?.PluginDownloadUrl),
            Provider = null,
        };
        var args = new InvokeTransformArgs(request.Token, CallbackValues.Read(WireReader.FromStruct(request.Args)), options);
        if (await transform(args, cancellationToken).ConfigureAwait(false) is not { } result)
        {
            return new TransformInvokeResponse();
        }

        var inputs = new DictionaryInvokeArgs(result.Args).Snapshot();
        var serialized = await PropertySerializer.SerializeInputsAsync(inputs, keepOutputs: false).ConfigureAwait(false);
        return new TransformInvokeResponse
        {
            Args = WireWriter.ToStruct(serialized.Fields, WireMarshalOptions.Everything),
            Options = new TransformInvokeOptions
            {
                Version = result.Options.Version ?? "",
                PluginDownloadUrl = result.Options.PluginDownloadURL ?? "",
                Provider = result.Options.Provider is { } provider
                    ? await provider.ReferenceAsync().ConfigureAwait(false)
                    : request.Options?.Provider ?? "",
            },
        };

        static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
    }
}
