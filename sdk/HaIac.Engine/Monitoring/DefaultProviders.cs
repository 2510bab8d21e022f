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
    private readonly ConcurrentDictionary<(string Package, WantedPackage Wanted), Lazy<Task<string>>> references = new();

    /// <summary>The reference of the default provider of a package; it is registered on first use.</summary>
    public Task<string> GetAsync(string package, WantedPackage wanted) => references.GetOrAdd(
        (package, package == Urn.EnginePackage ? new WantedPackage("") : wanted),
        key => new Lazy<Task<string>>(() => RegisterAsync(key.Package, key.Wanted))).Value;

    /// <summary>Whether the configuration forbids a default provider for the package.</summary>
    public bool IsDenied(string package) => deployment.DeniedDefaultProviders.Any(denied => denied == "*" || denied == package);

    private async Task<string> RegisterAsync(string package, WantedPackage wanted)
    {
        var prefix = package + ":";
        var inputs = WireObject.Create(deployment.Config
            .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(pair => KeyValuePair.Create(pair.Key[prefix.Length..], Input(pair.Value))));
        if (wanted.Version.Length > 0)
        {
            inputs = inputs.With("version", new WireText(wanted.Version));
        }

        inputs = wanted.Parameter is { } parameter ? ProviderInputs.With(inputs, parameter) : inputs;
        var type = Urn.ProviderTypePrefix + package;
        var name = DefaultProviderNames.For(wanted.Version);
        var urn = Urn.Create(deployment.Stack, deployment.Project, "", type, name).Text;
        var outcome = await registrar.RegisterAsync(new ResourceGoal { Urn = urn, Type = type, Name = name, Custom = true, Inputs = inputs }).ConfigureAwait(false);
        return new ProviderReference(urn, outcome.State?.Id ?? WireSignatures.Unknown).ToString();
    }

    private static WireValue Input(DeploymentConfigValue value) => value.IsSecret ? new WireSecret(new WireText(value.Text)) : new WireText(value.Text);
}
