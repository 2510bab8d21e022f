using Google.Protobuf;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>Runs resource transforms when the engine calls them.</summary>
internal static class TransformHost
{
    public static Task<Callback> AddAsync(Deployment deployment, ResourceTransform transform)
        => deployment.Callbacks.AddAsync((bytes, token) => RunAsync(transform, bytes, token));

    private static async Task<IMessage> RunAsync(ResourceTransform transform, ByteString bytes, CancellationToken cancellationToken)
    {
        var request = TransformRequest.Parser.ParseFrom(bytes);
        var args = new ResourceTransformArgs(
            request.Name,
            request.Type,
            request.Custom,
            CallbackValues.Read(WireReader.FromStruct(request.Properties)),
            ReadOptions(request));
        if (await transform(args, cancellationToken).ConfigureAwait(false) is not { } result)
        {
            return new TransformResponse();
        }

        var inputs = new DictionaryResourceArgs(result.Args).Snapshot();
        var serialized = await PropertySerializer.SerializeInputsAsync(inputs, keepOutputs: true).ConfigureAwait(false);
        return new TransformResponse
        {
            Properties = WireWriter.ToStruct(serialized.Fields, WireMarshalOptions.Everything),
            Options = await WriteOptionsAsync(request.Name, result.Options).ConfigureAwait(false),
        };
    }

    private static ResourceOptions ReadOptions(TransformRequest request)
    {
        var message = request.Options ?? new TransformResourceOptions();
        ResourceOptions options = request.Custom
            ? new CustomResourceOptions
            {
                DeleteBeforeReplace = message.HasDeleteBeforeReplace ? message.DeleteBeforeReplace : null,
                AdditionalSecretOutputs = [.. message.AdditionalSecretOutputs],
                ImportId = message.Import.Length > 0 ? message.Import : null,
            }
            : new ComponentResourceOptions { Providers = [.. message.Providers.Select(p => DependencyProviderResource.FromReference(p.Value))] };
        options.Parent = request.Parent.Length > 0 ? new DependencyResource(request.Parent) : null;
        options.DependsOn = message.DependsOn.Select(urn => (Resource)new DependencyResource(urn)).ToArray();
        options.Protect = message.HasProtect ? message.Protect : null;
        options.RetainOnDelete = message.HasRetainOnDelete ? message.RetainOnDelete : null;
        options.IgnoreChanges = [.. message.IgnoreChanges];
        options.ReplaceOnChanges = [.. message.ReplaceOnChanges];
        options.Version = message.Version;
        options.PluginDownloadURL = message.PluginDownloadUrl;
        options.Provider = message.Provider.Length > 0 ? DependencyProviderResource.FromReference(message.Provider) : null;
        options.CustomTimeouts = message.CustomTimeouts is { } timeouts ? CustomTimeouts.FromMessage(timeouts) : null;
        options.DeletedWith = message.DeletedWith.Length > 0 ? new DependencyResource(message.DeletedWith) : null;
        options.ReplaceWith = message.ReplaceWith.Select(urn => (Resource)new DependencyResource(urn)).ToArray();
        options.HideDiffs = [.. message.HideDiff];
        options.Aliases = [.. message.Aliases.Select(a => (Input<Alias>)ReadAlias(a))];
        options.Hooks = ReadHooks(message.Hooks ?? new ResourceHooksBinding());
        if (message.ReplacementTrigger is { } trigger)
        {
            options.ReplacementTrigger = ReadTrigger(WireReader.FromValue(trigger));
        }

        return options;
    }

    internal static ResourceHookBinding ReadHooks(ResourceHooksBinding message)
        => new()
        {
            BeforeCreate = [.. message.BeforeCreate.Select(n => new ResourceHook(n))],
            AfterCreate = [.. message.AfterCreate.Select(n => new ResourceHook(n))],
            BeforeUpdate = [.. message.BeforeUpdate.Select(n => new ResourceHook(n))],
            AfterUpdate = [.. message.AfterUpdate.Select(n => new ResourceHook(n))],
            BeforeDelete = [.. message.BeforeDelete.Select(n => new ResourceHook(n))],
            AfterDelete = [.. message.AfterDelete.Select(n => new ResourceHook(n))],
            OnError = [.. message.OnError.Select(n => new ErrorHook(n))],
        };

    internal static Output<object> ReadTrigger(WireValue trigger)
    {
        var value = PropertyDecoder.Decode(trigger);
        return new Output<object>(new OutputData<object>([], value.Value!, value.IsKnown, value.IsSecret));
    }

    internal static Alias ReadAlias(HaIac.Protocol.Messages.Alias message)
        => message.AliasCase == HaIac.Protocol.Messages.Alias.AliasOneofCase.Urn
            ? new Alias { Urn = message.Urn }
            : new Alias
            {
                Name = Text(message.Spec.Name),
                Type = Text(message.Spec.Type),
                Stack = Text(message.Spec.Stack),
                Project = Text(message.Spec.Project),
                ParentUrn = Text(message.Spec.ParentUrn),
                NoParent = message.Spec.NoParent,
            };

    private static Input<string>? Text(string text) => text.Length > 0 ? (Input<string>)text : null;

    private static async Task<TransformResourceOptions> WriteOptionsAsync(string resource, ResourceOptions options)
    {
        var message = new TransformResourceOptions
        {
            Version = options.Version ?? "",
            PluginDownloadUrl = options.PluginDownloadURL ?? "",
            Provider = options.Provider is { } provider ? await provider.ReferenceAsync().ConfigureAwait(false) : "",
            CustomTimeouts = options.CustomTimeouts?.ToMessage(),
            DeletedWith = options.DeletedWith is { } with ? (await with.Urn.DataTask.ConfigureAwait(false)).Value : "",
            Hooks = RegistrationWriter.ToMessage(options.Hooks),
        };
        message.DependsOn.Add(await DependencyExpansion.UrnsAsync(await RegistrationWriter.SettleAsync(options.DependsOn).ConfigureAwait(false)).ConfigureAwait(false));
        message.ReplaceWith.Add(await DependencyExpansion.UrnsAsync(await RegistrationWriter.SettleAsync(options.ReplaceWith).ConfigureAwait(false)).ConfigureAwait(false));
        message.IgnoreChanges.Add(options.IgnoreChanges);
        message.ReplaceOnChanges.Add(options.ReplaceOnChanges);
        message.HideDiff.Add(options.HideDiffs);
        message.Aliases.Add(await AliasWriter.SpecsAsync(resource, options.Aliases).ConfigureAwait(false));
        SetPresence(message, options);
        if (options is ComponentResourceOptions component)
        {
            foreach (var child in component.Providers)
            {
                message.Providers[child.Package] = await child.ReferenceAsync().ConfigureAwait(false);
            }
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            var value = await new PropertySerializer(keepOutputs: false).SerializePropertyAsync("replacementTrigger", trigger).ConfigureAwait(false);
            message.ReplacementTrigger = WireWriter.ToValue(value, WireMarshalOptions.Everything);
        }

        return message;
    }

    private static void SetPresence(TransformResourceOptions message, ResourceOptions options)
    {
        if (options.Protect is { } protect)
        {
            message.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            message.RetainOnDelete = retain;
        }

        if (options is not CustomResourceOptions custom)
        {
            return;
        }

        message.Import = custom.ImportId ?? "";
        message.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
        if (custom.DeleteBeforeReplace is { } deleteFirst)
        {
            message.DeleteBeforeReplace = deleteFirst;
        }
    }
}
