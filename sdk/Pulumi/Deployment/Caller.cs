using System.Collections.Immutable;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>Calls methods of resources.</summary>
internal sealed class Caller(Deployment deployment)
{
    private const string Self = "__self__";

    public Output<T> Call<T>(string token, CallArgs? args, Resource? self, CallOptions? options, RegisterPackageRequest? package)
    {
        var waiter = new Waiter(() => $"call of '{token}'");
        return OutputTasks.Wrap(RunAsync<T>(token, args, self, options, package, waiter), waiter);
    }

    private async Task<OutputData<T>> RunAsync<T>(
        string token, CallArgs? args, Resource? self, CallOptions? options, RegisterPackageRequest? package, Waiter waiter)
    {
        var inputs = (args ?? CallArgs.Empty).Snapshot();
        await deployment.DetachAsync().ConfigureAwait(false);
        var features = deployment.Features;
        var keepOutputs = await features.HasAsync(Feature.OutputValues).ConfigureAwait(false);
        var serialized = await PropertySerializer.SerializeInputsAsync(inputs, keepOutputs, waiter: waiter).ConfigureAwait(false);
        var fields = serialized.Fields;
        if (self is not null)
        {
            fields = fields.With(Self, await new PropertySerializer(keepOutputs, waiter: waiter).SerializePropertyAsync(Self, self).ConfigureAwait(false));
        }

        var packageName = ProviderInheritance.PackageOf(token);
        var provider = options?.Provider
            ?? self?.ServingProvider
            ?? self?.Providers.GetValueOrDefault(packageName)
            ?? options?.Parent?.Providers.GetValueOrDefault(packageName);
        var request = new ResourceCallRequest
        {
            Tok = token,
            Args = WireWriter.ToStruct(fields, new WireMarshalOptions
            {
                KeepSecrets = true,
                KeepOutputs = keepOutputs,
                KeepReferences = await features.HasAsync(Feature.ResourceReferences).ConfigureAwait(false),
            }),
            Provider = provider is null ? "" : await provider.ReferenceAsync(waiter).ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            PackageRef = await deployment.Packages.ReferenceAsync(package).ConfigureAwait(false),
        };
        if (self is not null)
        {
            request.ArgDependencies[Self] = new PropertyDependencies();
        }

        foreach (var (name, resources) in serialized.Dependencies)
        {
            var urns = new PropertyDependencies();
            urns.Urns.Add(await DependencyExpansion.UrnsAsync(resources, waiter).ConfigureAwait(false));
            request.ArgDependencies[name] = urns;
        }

        var response = await deployment.Monitor.CallAsync(request, deployment.Abandoned).ConfigureAwait(false);
        Invoker.ThrowIfRefused("Call", token, response.Failures);

        var dependencies = response.ReturnDependencies.Values
            .SelectMany(d => d.Urns)
            .Distinct()
            .Select(urn => (Resource)new DependencyResource(urn))
            .ToImmutableHashSet();
        var value = PropertyConverter.Convert(
            new WireMap(WireReader.FromStruct(response.Return)),
            typeof(T),
            $"{token} result",
            message => deployment.Logger.Write(LogSeverity.Warning, message, self, 0, false));
        return value.IsKnown
            ? new OutputData<T>(dependencies, value.Value is null ? default! : (T)value.Value, true, value.IsSecret)
            : OutputData<T>.Unknown(dependencies, value.IsSecret);
    }
}
