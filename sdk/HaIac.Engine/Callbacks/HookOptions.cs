using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf.Collections;
using HaIac.Engine.State;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using CustomTimeouts = HaIac.Protocol.Messages.CustomTimeouts;

namespace HaIac.Engine.Callbacks;

/// <summary>Options of a resource as hooks see them, and the names of hooks between message and state.</summary>
/// <remarks>Source: pulumi-protocol.md 2.9 and 7.3.</remarks>
internal static class HookOptions
{
    /// <summary>The options that an entry was registered with.</summary>
    public static ResourceOptions Of(StateResource resource)
    {
        var options = new ResourceOptions
        {
            Parent = resource.Parent,
            DependsOn = { resource.Dependencies },
            Protect = resource.Protect,
            RetainOnDelete = resource.RetainOnDelete,
            IgnoreChanges = { resource.IgnoreChanges },
            ReplaceOnChanges = { resource.ReplaceOnChanges },
            Provider = resource.Provider,
            DeletedWith = resource.DeletedWith,
            AdditionalSecretOutputs = { resource.AdditionalSecretOutputs },
            Aliases = { resource.Aliases.Select(urn => new Alias { Urn = urn }) },
            Import = resource.ImportId,
            HideDiff = { resource.HideDiff },
            ReplaceWith = { resource.ReplaceWith },
            Hooks = ToMessage(resource.ResourceHooks),
        };
        if (resource.CustomTimeouts is { } limits)
        {
            options.CustomTimeouts = new CustomTimeouts
            {
                Create = GoText(limits.Create),
                Update = GoText(limits.Update),
                Delete = GoText(limits.Delete),
                Read = GoText(limits.Read),
            };
        }

        if (resource.ReplacementTrigger is { } trigger)
        {
            options.ReplacementTrigger = WireWriter.ToValue(trigger, WireMarshalOptions.Everything);
        }

        return options;
    }

    /// <summary>Names of hooks as the state keeps them; null without any.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>>? FromMessage(ResourceHooksBinding? hooks)
    {
        var names = HookKinds.All
            .Select(kind => KeyValuePair.Create(kind, ImmutableArray.CreateRange(Names(hooks ?? new ResourceHooksBinding(), kind))))
            .Where(pair => pair.Value.Length > 0)
            .ToList();
        return names.Count == 0 ? null : ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, names);
    }

    private static ResourceHooksBinding? ToMessage(IReadOnlyDictionary<string, ImmutableArray<string>>? hooks)
    {
        if (hooks is null)
        {
            return null;
        }

        var message = new ResourceHooksBinding();
        foreach (var (kind, names) in hooks.Where(pair => HookKinds.All.Contains(pair.Key)))
        {
            Names(message, kind).AddRange(names);
        }

        return message;
    }

    private static RepeatedField<string> Names(ResourceHooksBinding hooks, string kind) => kind switch
    {
        HookKinds.BeforeCreate => hooks.BeforeCreate,
        HookKinds.AfterCreate => hooks.AfterCreate,
        HookKinds.BeforeUpdate => hooks.BeforeUpdate,
        HookKinds.AfterUpdate => hooks.AfterUpdate,
        HookKinds.BeforeDelete => hooks.BeforeDelete,
        HookKinds.AfterDelete => hooks.AfterDelete,
        _ => hooks.OnError,
    };

    private static string GoText(double? seconds) =>
        seconds is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value}s") : "";
}
