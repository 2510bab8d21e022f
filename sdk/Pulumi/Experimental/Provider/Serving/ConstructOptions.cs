using HaIac.Protocol.Properties;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Experimental.Provider;

/// <summary>The options of a component as the engine passes them on. What the program left open stays open.</summary>
internal static class ConstructOptions
{
    public static ComponentResourceOptions Read(Wire.ConstructRequest r)
    {
        var options = new ComponentResourceOptions
        {
            Parent = Resource(r.Parent),
            DependsOn = r.Dependencies.Select(urn => (Resource)new DependencyResource(urn)).ToArray(),
            Providers = [.. r.Providers.Values.Select(DependencyProviderResource.FromReference)],
            Protect = r.HasProtect ? r.Protect : null,
            RetainOnDelete = r.HasRetainOnDelete ? r.RetainOnDelete : null,
            IgnoreChanges = [.. r.IgnoreChanges],
            ReplaceOnChanges = [.. r.ReplaceOnChanges],
            CustomTimeouts = r.CustomTimeouts is { } timeouts ? CustomTimeouts.FromMessage(timeouts) : null,
            DeletedWith = Resource(r.DeletedWith),
            ReplaceWith = r.ReplaceWith.Select(urn => (Resource)new DependencyResource(urn)).ToArray(),
            Aliases = [.. r.Aliases.Select(alias => (Input<Alias>)TransformHost.ReadAlias(alias))],
        };
        if (r.ResourceHooks is { } hooks)
        {
            options.Hooks = TransformHost.ReadHooks(hooks);
        }

        if (r.ReplacementTrigger is { } trigger)
        {
            options.ReplacementTrigger = TransformHost.ReadTrigger(WireReader.FromValue(trigger));
        }

        return options;
    }

    private static DependencyResource? Resource(string urn) => urn.Length > 0 ? new DependencyResource(urn) : null;
}
