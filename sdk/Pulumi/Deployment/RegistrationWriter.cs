using System.Collections.Immutable;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>Writes the requests that register or read a resource, waiting for all that they name.</summary>
internal sealed class RegistrationWriter(Deployment deployment)
{
    public async Task<RegisterResourceRequest> WriteAsync(Registration registration)
    {
        var (resource, _, options, _, _) = registration;
        await RequireFeaturesAsync(options).ConfigureAwait(false);
        var common = await WriteCommonAsync(registration).ConfigureAwait(false);
        var marshal = common.Marshal;
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = common.Parent,
            Custom = resource.IsCustom,
            Remote = resource.IsRemote,
            Object = WireWriter.ToStruct(common.Inputs.Fields, marshal),
            Provider = common.Provider,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            PackageRef = await deployment.Packages.ReferenceAsync(registration.Package).ConfigureAwait(false),
            AcceptSecrets = true,
            AcceptResources = ResourceRegistrar.AcceptsReferences,
            SupportsResultReporting = true,
            CustomTimeouts = options.CustomTimeouts?.ToMessage(),
            Hooks = await WriteHooksAsync(options.Hooks).ConfigureAwait(false),
            DeletedWith = options.DeletedWith is { } with ? (await resource.RegistrationWaiter.For(with.Urn).ConfigureAwait(false)).Value : "",
        };
        request.Dependencies.Add(common.Dependencies);
        request.IgnoreChanges.Add(options.IgnoreChanges);
        request.HideDiffs.Add(options.HideDiffs);
        foreach (var (name, resources) in common.Inputs.Dependencies)
        {
            var urns = new PropertyDependencies();
            urns.Urns.Add(await DependencyExpansion.UrnsAsync(resources, resource.RegistrationWaiter).ConfigureAwait(false));
            request.PropertyDependencies[name] = urns;
        }

        SetPresence(request, options);
        await WriteAliasesAsync(request, resource).ConfigureAwait(false);
        await WriteReplacementAsync(request, options, marshal, resource.RegistrationWaiter).ConfigureAwait(false);
        if (resource.IsRemote)
        {
            foreach (var (package, provider) in resource.Providers)
            {
                request.Providers[package] = await provider.ReferenceAsync(resource.RegistrationWaiter).ConfigureAwait(false);
            }
        }

        foreach (var transform in options.ResourceTransforms)
        {
            request.Transforms.Add(await TransformHost.AddAsync(deployment, transform).ConfigureAwait(false));
        }

        return request;
    }

    public async Task<ReadResourceRequest> WriteReadAsync(Registration registration, string id)
    {
        var (resource, _, options, _, _) = registration;
        var common = await WriteCommonAsync(registration).ConfigureAwait(false);
        var request = new ReadResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Id = id,
            Parent = common.Parent,
            Provider = common.Provider,
            Properties = WireWriter.ToStruct(common.Inputs.Fields, common.Marshal),
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            PackageRef = await deployment.Packages.ReferenceAsync(registration.Package).ConfigureAwait(false),
            AcceptSecrets = true,
            AcceptResources = ResourceRegistrar.AcceptsReferences,
        };
        request.Dependencies.Add(common.Dependencies);
        if (options is CustomResourceOptions custom)
        {
            request.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
        }

        return request;
    }

    private static void SetPresence(RegisterResourceRequest request, ResourceOptions options)
    {
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (options is not CustomResourceOptions custom)
        {
            return;
        }

        request.DeleteBeforeReplace = custom.DeleteBeforeReplace ?? false;
        request.DeleteBeforeReplaceDefined = custom.DeleteBeforeReplace is not null;
        request.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
        request.ImportId = custom.ImportId ?? "";
        request.ReplaceOnChanges.Add(custom.ReplaceOnChanges);
        foreach (var (from, to) in custom.EnvVarMappings)
        {
            request.EnvVarMappings[from] = to;
        }
    }

    private static async Task<ResourceHooksBinding> WriteHooksAsync(ResourceHookBinding hooks)
    {
        await Task.WhenAll(hooks.Registrations).ConfigureAwait(false);
        return ToMessage(hooks);
    }

    internal static ResourceHooksBinding ToMessage(ResourceHookBinding hooks)
    {
        var message = new ResourceHooksBinding();
        message.BeforeCreate.Add(hooks.BeforeCreate.Select(h => h.Name));
        message.AfterCreate.Add(hooks.AfterCreate.Select(h => h.Name));
        message.BeforeUpdate.Add(hooks.BeforeUpdate.Select(h => h.Name));
        message.AfterUpdate.Add(hooks.AfterUpdate.Select(h => h.Name));
        message.BeforeDelete.Add(hooks.BeforeDelete.Select(h => h.Name));
        message.AfterDelete.Add(hooks.AfterDelete.Select(h => h.Name));
        message.OnError.Add(hooks.OnError.Select(h => h.Name));
        return message;
    }

    private async Task RequireFeaturesAsync(ResourceOptions options)
    {
        if (options.ResourceTransforms.Count > 0)
        {
            await deployment.Features.RequireAsync(Feature.Transforms, "resource transforms").ConfigureAwait(false);
        }

        if (options.DeletedWith is not null)
        {
            await deployment.Features.RequireAsync(Feature.DeletedWith, "the DeletedWith option").ConfigureAwait(false);
        }

        if (!options.Hooks.IsEmpty)
        {
            await deployment.Features.RequireAsync(Feature.ResourceHooks, "resource hooks").ConfigureAwait(false);
        }
    }

    private async Task<CommonParts> WriteCommonAsync(Registration registration)
    {
        var (resource, inputs, options, _, _) = registration;
        var features = deployment.Features;
        var keepOutputs = resource.IsRemote && await features.HasAsync(Feature.OutputValues).ConfigureAwait(false);
        var serialized = await PropertySerializer.SerializeInputsAsync(inputs, keepOutputs, !resource.IsRemote, resource.RegistrationWaiter).ConfigureAwait(false);
        var dependsOn = await SettleAsync(options.DependsOn, resource.RegistrationWaiter).ConfigureAwait(false);
        return new CommonParts(
            Parent: resource.ParentResource is { } parent ? (await resource.RegistrationWaiter.For(parent.Urn).ConfigureAwait(false)).Value : "",
            Provider: resource.ServingProvider is { } provider
                ? await provider.ReferenceAsync(resource.RegistrationWaiter).ConfigureAwait(false)
                : "",
            Inputs: serialized,
            Dependencies: await DependencyExpansion.UrnsAsync(dependsOn.Concat(serialized.AllResources), resource.RegistrationWaiter).ConfigureAwait(false),
            Marshal: new WireMarshalOptions
            {
                KeepSecrets = true,
                KeepOutputs = keepOutputs,
                KeepReferences = await features.HasAsync(Feature.ResourceReferences).ConfigureAwait(false),
            });
    }

    internal static async Task<IEnumerable<Resource>> SettleAsync(InputList<Resource> resources, Waiter? waiter = null)
    {
        Output<ImmutableArray<Resource>> output = resources;
        waiter?.WaitsFor(output);
        var data = await output.DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value.Where(r => r is not null) : [];
    }

    private async Task WriteAliasesAsync(RegisterResourceRequest request, Resource resource)
    {
        if (await deployment.Features.HasAsync(Feature.AliasSpecs).ConfigureAwait(false))
        {
            request.Aliases.Add(await AliasWriter.SpecsAsync(resource.GetResourceName(), resource.Aliases, resource.RegistrationWaiter).ConfigureAwait(false));
        }
        else
        {
            request.AliasURNs.Add(await AliasWriter.UrnsAsync(resource).ConfigureAwait(false));
        }
    }

    private async Task WriteReplacementAsync(RegisterResourceRequest request, ResourceOptions options, WireMarshalOptions marshal, Waiter waiter)
    {
        var replaceWith = (await SettleAsync(options.ReplaceWith, waiter).ConfigureAwait(false)).ToImmutableArray();
        if (replaceWith.Length > 0)
        {
            await deployment.Features.RequireAsync(Feature.ReplaceWith, "the ReplaceWith option").ConfigureAwait(false);
            request.ReplaceWith.Add(await DependencyExpansion.UrnsAsync(replaceWith, waiter).ConfigureAwait(false));
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            var value = await new PropertySerializer(keepOutputs: false, waiter: waiter).SerializePropertyAsync("replacementTrigger", trigger).ConfigureAwait(false);
            if (value is not WireNull)
            {
                request.ReplacementTrigger = WireWriter.ToValue(value, marshal);
            }
        }
    }

    private sealed record CommonParts(
        string Parent, string Provider, SerializedInputs Inputs, ImmutableArray<string> Dependencies, WireMarshalOptions Marshal);
}
