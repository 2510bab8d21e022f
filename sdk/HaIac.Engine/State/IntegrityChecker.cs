using System.Collections.Immutable;

namespace HaIac.Engine.State;

/// <summary>The promises that a deployment must keep; the official command line refuses a file that breaks one.</summary>
/// <remarks>
/// 1. The manifest, if there is one, has the magic of its version text.
/// 2. Everything that a resource refers to comes earlier in the list: parent, dependencies, property dependencies,
///    deletedWith, replaceWith, provider.
/// 3. Components have no id.
/// 4. A URN occurs once among the resources that are not waiting for their deletion.
/// 5. Provider references name an earlier provider by URN and id (a provider between its deletion and creation has no id).
/// Source: pulumi-protocol 7.3, last paragraph.
/// </remarks>
public static class IntegrityChecker
{
    /// <summary>Every broken promise, one sentence each; empty if the deployment is sound.</summary>
    /// <param name="deployment">The deployment.</param>
    public static ImmutableArray<string> Check(Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var faults = ImmutableArray.CreateBuilder<string>();
        if (deployment.Manifest is { } manifest && manifest.Magic != Manifest.MagicOf(manifest.Version))
            faults.Add($"The manifest's magic does not belong to its version \"{manifest.Version}\".");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var live = new HashSet<string>(StringComparer.Ordinal);
        var providers = new HashSet<string>(StringComparer.Ordinal);
        var pendingProviders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in deployment.Resources)
        {
            CheckReferences(resource, seen, faults);
            CheckProvider(resource, providers, pendingProviders, faults);
            if (!Urn.IsValid(resource.Urn))
                faults.Add($"\"{resource.Urn}\" is no URN.");
            if (!resource.Custom && resource.Id.Length > 0)
                faults.Add($"{resource.Urn} is a component but has the id \"{resource.Id}\".");
            if (!resource.Delete && !live.Add(resource.Urn))
                faults.Add($"{resource.Urn} occurs twice.");
            seen.Add(resource.Urn);
            if (!resource.IsProvider)
                continue;
            providers.Add($"{resource.Urn}::{resource.Id}");
            if (resource.PendingReplacement)
                pendingProviders.Add(resource.Urn);
        }

        return faults.ToImmutable();
    }

    private static void CheckReferences(StateResource resource, HashSet<string> seen, ImmutableArray<string>.Builder faults)
    {
        Check("parent", resource.Parent);
        Check("deletedWith", resource.DeletedWith);
        foreach (var urn in resource.Dependencies)
            Check("dependency", urn);
        foreach (var urn in resource.ReplaceWith)
            Check("replaceWith", urn);
        if (resource.PropertyDependencies is { } byProperty)
        {
            foreach (var (key, urns) in byProperty)
            {
                foreach (var urn in urns)
                    Check($"dependency of property \"{key}\"", urn);
            }
        }

        void Check(string what, string urn)
        {
            if (urn.Length > 0 && !seen.Contains(urn))
                faults.Add($"{resource.Urn} refers to {urn} ({what}), which does not come before it.");
        }
    }

    private static void CheckProvider(
        StateResource resource,
        HashSet<string> providers,
        HashSet<string> pending,
        ImmutableArray<string>.Builder faults)
    {
        if (resource.Provider.Length == 0)
            return;
        if (!ProviderReference.TryParse(resource.Provider, out var reference))
            faults.Add($"{resource.Urn} has a provider reference that cannot be read: \"{resource.Provider}\".");
        else if (!providers.Contains(resource.Provider) && !pending.Contains(reference.Urn))
            faults.Add($"{resource.Urn} refers to the provider {resource.Provider}, which does not come before it.");
    }
}
