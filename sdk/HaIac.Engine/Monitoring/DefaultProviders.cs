using System.Collections.Concurrent;
using HaIac.Engine.Plugins;
using HaIac.Engine.Registering;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Monitoring;

/// <summary>Makes the providers that a program uses without declaring them: one for each package and version, once.</summary>
/// <remarks>Source: pulumi-protocol.md 6.6.</remarks>
internal sealed class DefaultProviders(Registrar registrar, DeploymentRequest deployment)
{
    private readonly ConcurrentDictionary<(string Package, string Version), Lazy<Task<string>>> references = new();

    /// <summary>The reference of the default provider of a package; it is registered on first use.</summary>
    public Task<string> GetAsync(string package, string version) =>
        references.GetOrAdd((package, package == Urn.EnginePackage ? "" : version), key => new Lazy<Task<string>>(() => RegisterAsync(key.Package, key.Version))).Value;

    /// <summary>Whether the configuration forbids a default provider for the package.</summary>
    public bool IsDenied(string package) => deployment.DeniedDefaultProviders.Any(denied => denied == "*" || denied == package);

    private async Task<string> RegisterAsync(string package, string version)
    {
        var prefix = package + ":";
        var inputs = WireObject.Create(deployment.Config
            .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(pair => KeyValuePair.Create(pair.Key[prefix.Length..], Input(pair.Value))));
        if (version.Length > 0)
        {
            inputs = inputs.With("version", new WireText(version));
        }

        var type = Urn.ProviderTypePrefix + package;
        var name = DefaultProviderNames.For(version);
        var urn = Urn.Create(deployment.Stack, deployment.Project, "", type, name).Text;
        var outcome = await registrar.RegisterAsync(new ResourceGoal { Urn = urn, Type = type, Name = name, Custom = true, Inputs = inputs }).ConfigureAwait(false);
        return new ProviderReference(urn, outcome.State?.Id ?? WireSignatures.Unknown).ToString();
    }

    private static WireValue Input(DeploymentConfigValue value) => value.IsSecret ? new WireSecret(new WireText(value.Text)) : new WireText(value.Text);
}
