using HaIac.Protocol.Messages;

namespace HaIac.Engine.Callbacks;

/// <summary>Options of a registration in the form that transforms get and give back.</summary>
/// <remarks>Source: pulumi-protocol.md 2.9.</remarks>
internal static class TransformOptions
{
    /// <summary>The options of a registration.</summary>
    /// <param name="request">The registration.</param>
    /// <param name="provider">The provider that it will have, as far as it is known.</param>
    public static TransformResourceOptions Of(RegisterResourceRequest request, string provider)
    {
        var options = new TransformResourceOptions
        {
            Version = request.Version,
            Provider = provider,
            CustomTimeouts = request.CustomTimeouts,
            PluginDownloadUrl = request.PluginDownloadURL,
            DeletedWith = request.DeletedWith,
            Hooks = request.Hooks,
            Import = request.ImportId,
            ReplacementTrigger = request.ReplacementTrigger,
            DependsOn = { request.Dependencies },
            IgnoreChanges = { request.IgnoreChanges },
            ReplaceOnChanges = { request.ReplaceOnChanges },
            Aliases = { request.AliasURNs.Select(urn => new Alias { Urn = urn }).Concat(request.Aliases) },
            AdditionalSecretOutputs = { request.AdditionalSecretOutputs },
            Providers = { request.Providers },
            PluginChecksums = { request.PluginChecksums },
            HideDiff = { request.HideDiffs },
            ReplaceWith = { request.ReplaceWith },
        };
        if (request.HasProtect)
        {
            options.Protect = request.Protect;
        }

        if (request.HasRetainOnDelete)
        {
            options.RetainOnDelete = request.RetainOnDelete;
        }

        if (request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace)
        {
            options.DeleteBeforeReplace = request.DeleteBeforeReplace;
        }

        return options;
    }

    /// <summary>A copy of a registration with other options.</summary>
    public static RegisterResourceRequest Apply(RegisterResourceRequest request, TransformResourceOptions options)
    {
        var changed = request.Clone();
        changed.Version = options.Version;
        changed.Provider = options.Provider;
        changed.CustomTimeouts = options.CustomTimeouts;
        changed.PluginDownloadURL = options.PluginDownloadUrl;
        changed.DeletedWith = options.DeletedWith;
        changed.Hooks = options.Hooks;
        changed.ImportId = options.Import;
        changed.ReplacementTrigger = options.ReplacementTrigger;
        changed.AliasURNs.Clear();
        Put(changed.Dependencies, options.DependsOn);
        Put(changed.IgnoreChanges, options.IgnoreChanges);
        Put(changed.ReplaceOnChanges, options.ReplaceOnChanges);
        Put(changed.Aliases, options.Aliases);
        Put(changed.AdditionalSecretOutputs, options.AdditionalSecretOutputs);
        Put(changed.HideDiffs, options.HideDiff);
        Put(changed.ReplaceWith, options.ReplaceWith);
        changed.Providers.Clear();
        changed.Providers.Add(options.Providers);
        changed.PluginChecksums.Clear();
        changed.PluginChecksums.Add(options.PluginChecksums);
        changed.ClearProtect();
        changed.ClearRetainOnDelete();
        if (options.HasProtect)
        {
            changed.Protect = options.Protect;
        }

        if (options.HasRetainOnDelete)
        {
            changed.RetainOnDelete = options.RetainOnDelete;
        }

        (changed.DeleteBeforeReplace, changed.DeleteBeforeReplaceDefined) = (options.DeleteBeforeReplace, options.HasDeleteBeforeReplace);
        return changed;
    }

    private static void Put<T>(Google.Protobuf.Collections.RepeatedField<T> to, Google.Protobuf.Collections.RepeatedField<T> from)
    {
        to.Clear();
        to.AddRange(from);
    }
}
